/** What is kept about a person's devices. */
export const privacy = {
  title: "Privacy",
  hint: "What's kept about you and your devices, and for how long.",
  keptFor: "Kept",
  kept: {
    sessions: {
      title: "Sessions",
      what: "For each login: when it was, from which IP address, what the browser says about itself, how you logged in, and when it was last used.",
      keptFor:
        "While you're logged in, and for {ended} after that. {address} after it ends, its IP address is shortened, so that it covers many households and no longer points to yours.",
    },
    browsers: {
      title: "Known browsers",
      what: "The browser's name, what you call it, and the IP address of your first login with it, so that we can email you when someone logs in with another one.",
      keptFor:
        "Until you forget it, log out everywhere or don't use it for {browser}, and for {ended} after that. Its IP address is shortened after {address}.",
    },
    apiTokens: {
      title: "API tokens",
      what: "The token's name, when and from which IP address it was created, and when it was last used.",
      keptFor:
        "Until it's revoked or expires, and for {ended} after that. Its IP address is shortened after {address}.",
    },
    links: {
      title: "Emailed links",
      what: "Which kind of link was requested, when, and from which IP address.",
      keptFor:
        "Until it's used or expires, and for {ended} after that. Its IP address is shortened after {address}.",
    },
    history: {
      title: "History",
      what: "What was done in your account, when, and from which IP address. It's there to trace attacks, so entries can't be changed and keep their full IP addresses.",
      keptFor:
        "For {audit}. You see the last {shown}; administrators see everything. If you delete your account, entries keep its ID.",
    },
    emails: {
      title: "Emails",
      what: "Which kind of email was sent to which address, and when. Its content is deleted once it's sent.",
      keptFor: "For {ended}.",
    },
    attempts: {
      title: "Attempts",
      what: "How often someone tried to log in or asked for an email, by account and IP address, so that no one can guess passwords.",
      keptFor: "Until the limit resets.",
    },
    account: {
      title: "Account",
      what: "Your name, email, role and connected logins, and a fingerprint of your password, to check it when you log in.",
      keptFor: "Until the account is deleted.",
    },
  },
  download: "Download what's kept",
  downloadHint:
    "Your sessions, known browsers, API tokens and history, as a JSON file. It contains no passwords and nothing that someone could log in with.",
  downloadLink: "Download",
} as const
