/** What is said to a request that is refused before the app sees it, by status. */
export const door = {
  http400: {
    title: "This request can't be read",
    detail: "Go back and try again. Nothing was done.",
  },
  http403: {
    title: "This form came from another site",
    detail: "Send it from this app's own pages. Nothing was done.",
  },
  http405: { title: "This isn't a proxy", detail: "This server answers for one app only." },
  http408: {
    title: "This took too long",
    detail: "The request didn't arrive in time. Try again; nothing was done.",
  },
  http413: { title: "This is too large", detail: "Send less in one request. Nothing was done." },
  http414: { title: "This address is too long", detail: "Check the link that you followed." },
  http415: {
    title: "This can't be read",
    detail: "Send the content without compressing it. Nothing was done.",
  },
  http417: {
    title: "This expectation can't be met",
    detail: "Send the request without an Expect header. Nothing was done.",
  },
  http429: {
    title: "Too many requests at the same time",
    detail: "Wait for the others to finish. Nothing was done.",
  },
  http431: {
    title: "Your browser sent too much data",
    detail: "Clear this site's cookies, then try again. Nothing was done.",
  },
  http501: {
    title: "This can't be read",
    detail: "Send the content as it is, or in chunks. Nothing was done.",
  },
  http503: {
    title: "Too many people are here right now",
    detail: "You're still logged in. Try again in a few seconds; nothing was done.",
  },
} as const
