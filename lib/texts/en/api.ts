import { apiProblems } from "./api-problems"

/** What the API says: to programs in its problems, and to people in its document. */
export const api = {
  title: "HTTP API",
  description:
    "View and end sessions from your own programs. Each request is checked against the database, so anything that has ended is refused from the next request on.",
  intro: {
    token:
      "Create an API token on the security page and send it in the Authorization: Bearer header. This app's own pages may use the session cookie instead.",
    reach:
      "API tokens can view and end sessions. They can't create anything: no operation creates a token, changes a password or shows a secret.",
    cookie:
      "With a session cookie, changes must come from this app's own pages, with the ID of the person for whom the page was rendered in the Rendered-For header, and anything beyond your own session needs re-authentication within the last {fresh}: confirm it's you on the security page, then try again.",
    errors: "Errors use problem details (RFC 9457). Responses must not be cached.",
  },
  tags: { everyone: "For everyone", administrators: "For administrators" },
  apiToken: "An API token, created on the security page.",
  session: "A logged-in browser's session.",

  document: "OpenAPI 3.1 document",
  security: "Create API token",
  operationsTitle: "Operations",
  schemasTitle: "Schemas",
  problemsTitle: "Problems",
  problemsCaption: "Every way a request can fail",
  columns: { name: "Name", in: "In", type: "Type", about: "Meaning" },
  problemColumns: { code: "Code", status: "Status", about: "Meaning" },
  inputs: "Parameters",
  answers: "Responses",
  optional: "optional",
  arrayOf: "array of {type}",
  either: "{first} or {second}",
  places: { path: "Path", query: "Query", body: "Body" },

  operations: {
    readMe: {
      summary: "Get the current user",
      description: "The person and the token behind this request.",
    },
    readMyDevices: {
      summary: "Get your device data",
      description:
        "Your live and ended sessions and API tokens, known browsers and history. The same as the download.",
    },
    listSessions: {
      summary: "List your sessions",
      description:
        "Your live sessions: the calling session, then the others, most recently started first. Follow `next`, or the Link header, for the rest.",
    },
    revokeSession: {
      summary: "Log out one device",
      description: "Ends one of your live sessions. Someone else's session returns 404.",
    },
    logOutOthers: {
      summary: "Log out other devices",
      description:
        "Ends every other session and all unused login links. Called with an API token, it ends every session.",
    },
    logOutEverywhere: {
      summary: "Log out everywhere",
      description: "Ends everything the policy covers, including the caller.",
    },
    readReceipt: {
      summary: "Get a receipt",
      description:
        "What it ended, and whether any of that still works. Someone else's returns 404.",
    },
    listTokens: {
      summary: "List everyone's tokens",
      description: "50 at a time, most recently used first.",
    },
    revokeToken: {
      summary: "Revoke a token",
      description: "Ends one live token, anyone's and of any purpose.",
    },
    logUserOut: {
      summary: "Log a person out everywhere",
      description:
        "Ends everything the policy covers, and emails the person about it. If called on yourself, it keeps the calling token.",
    },
    introspect: {
      summary: "Introspect a token",
      description: "Token introspection as in RFC 7662. It doesn't count as use.",
    },
    revokeSecret: {
      summary: "Revoke a token by its secret",
      description: "Token revocation as in RFC 7009: an unknown secret gets the same response.",
    },
  },
  done: "Done.",
  good: "What was requested.",
  link: "The next page's address, if there is one, with rel=next (RFC 8288).",

  fields: {
    q: "Part of an email address, or an IP address, range (CIDR) or prefix.",
    purpose: "What the tokens were issued for.",
    status: "Any, if omitted.",
    after: "Where to continue: `next` from the previous page.",
    cursor: "Where to continue: `next` from the previous page.",
    limit: "How many sessions per page.",
    noPlace: "This isn't the `next` from any page.",
    reason: "Included in the email to the person, and nowhere else.",
    reasonOdd: "Write the reason on one line.",
    token: "The secret.",
    hint: "Accepted but ignored.",
  },

  schemas: {
    problem: {
      about: "What went wrong (RFC 9457).",
      type: "Where it's explained.",
      title: "The kind of problem, in short.",
      status: "The status of the response, repeated.",
      detail: "What to do about it.",
      code: "The kind of problem, for programs.",
      errors: "Which fields are wrong, and how.",
    },
    me: { about: "The current user.", token: "The calling token." },
    session: {
      about: "One logged-in device.",
      isCurrent: "Whether this is the calling session.",
      isRemembered: "Whether the person asked to be kept logged in.",
      device: "What the browser says about itself.",
    },
    sessions: "One page of a person's sessions.",
    ended: {
      about: "How many tokens were ended. Those that had already ended aren't counted.",
      ended: "For all purposes together.",
      byPurpose: "Per purpose. Purposes with none are omitted.",
      receipt: "The receipt's ID.",
    },
    receipt: {
      about: "What was ended, and how.",
      action: "What was done, as the audit log calls it.",
      by: "The person, an administrator, or someone who wasn't logged in.",
      live: "How many of them still work, checked now. Anything but 0 means that something is wrong.",
      tokens: "The sessions and API tokens that it ended, most recently used first; 100 at most.",
    },
    deviceData: {
      about: "What's kept about a person's devices, newest first.",
      endsAt: "When it ended, or expires if it stays unused.",
      retention:
        "How long ended sessions and tokens, the history, and full IP addresses are kept, in milliseconds.",
      isWhole: "False if the oldest entries were left out.",
    },
    token: {
      about: "The record of one secret. The secret itself isn't stored.",
      method: "How its owner was authenticated.",
      address: "IP address it was issued to.",
      lastActiveAt: "Recorded at most once a minute.",
      idleAt: "When it expires if it stays unused.",
      expiresAt: "When it expires, however much it's used.",
      revocation: "When, why and by whom it was ended before it expired; null otherwise.",
    },
    tokens: "One page of tokens.",
    next: "Where the next page starts; null on the last page.",
    introspection: {
      about: "The state of a token. For inactive tokens, only `active` is returned.",
      type: "Only tokens that a program can send as a bearer token have a type.",
      purpose: "What it was issued for.",
      jti: "The token's ID.",
      exp: "The earlier of its two deadlines, in seconds since 1970.",
    },
  },

  problems: apiProblems,
} as const
