/** What went wrong, in words that claim no more than is known. */
export const failures = {
  pages: {
    page: {
      title: "Something went wrong on this page",
      body: "This doesn't log you out. If you were just doing something, reload the page to see whether it was done.",
    },
    old_build: {
      title: "This page needs to be reloaded",
      body: "Part of it couldn't be loaded. It may be from an older version.",
    },
    offline: {
      title: "You're offline",
      body: "This doesn't log you out. Check your connection, then reload the page.",
    },
    outage: {
      title: "We can't show this page right now",
      body: "Something on our side isn't working. This doesn't log you out. Try again in a moment.",
    },
  },
  acts: {
    old_build: "This page is from an older version. Reload it; nothing was done.",
    offline: "You're offline. {undone} Try again once you're connected.",
    /** Where an act has no words for what it has not done. */
    nothingSent: "Nothing was sent, and what you typed is still here.",
    stillLoggedIn: "You're still logged in.",
    stillHere: "This page stays open.",
    unanswered:
      "We didn't get an answer from the server, so we don't know whether it was done. Reload to see.",
    lost: "You're offline. We don't know whether it was done. Reload once you're connected to see.",
    error: "Something on our side failed, so we don't know whether it was done. Reload to see.",
    outage:
      "Something on our side isn't working right now, so we don't know whether it was done. This doesn't log you out. Try again in a moment.",
  },
  reference: "Reference: {id}",
  reload: "Reload",
  retry: "Try again",
} as const

/** What a form of another build is answered with, where no script sent it. */
export const oldForm = {
  title: "This page is from an older version",
  body: "Reload it; nothing was done.",
} as const
