/** What the API says: to programs in its problems, and to people in its document. */
export const api = {
  title: "HTTP API",
  description:
    "See and end sessions from programs of your own. Each request is checked against the database: what has ended is refused from the next request on.",
  intro: [
    "Make an API token on the security page and send it in the header Authorization: Bearer. A page of this app may use its session cookie instead.",
    "An API token can look and end. It cannot open anything: no operation makes a token, changes a password or shows a secret.",
    "By cookie, whatever changes something must come from a page of this app, with the id of the person for whom it was rendered in the header Rendered-For, and acts beyond one's own session need a proof of the last 10 minutes: confirm who you are on the security page, then ask again.",
    "What fails is answered as a problem (RFC 9457). No answer may be stored.",
  ],
  tags: { everyone: "For everyone", administrators: "For administrators" },
  apiToken: "An API token, made on the security page.",
  session: "The session of a browser that is logged in.",

  document: "OpenAPI 3.1 document",
  security: "Make an API token",
  operationsTitle: "Operations",
  schemasTitle: "Schemas",
  problemsTitle: "Problems",
  problemsCaption: "Every way in which a request can fail",
  columns: { name: "Name", in: "In", type: "Type", about: "Meaning" },
  problemColumns: { code: "Code", status: "Status", about: "Meaning" },
  inputs: "What it takes",
  answers: "What it answers",
  optional: "optional",
  places: { path: "Path", query: "Query", body: "Body" },

  operations: {
    readMe: {
      summary: "Who asks",
      description: "The person and the token behind this request.",
    },
    listSessions: {
      summary: "List one's sessions",
      description:
        "The person's live sessions: the one that asks, then the others, the latest begun first. Follow `next`, or the Link header, for the rest.",
    },
    revokeSession: {
      summary: "Log out one device",
      description: "Ends one live session of the person. Anybody else's is not found.",
    },
    logOutOthers: {
      summary: "Log out other devices",
      description:
        "Ends every session but the one that asks, and log-in links that wait. Asked with an API token, it ends every session.",
    },
    logOutEverywhere: {
      summary: "Log out everywhere",
      description: "Ends what the policy says, whatever asks included.",
    },
    listTokens: {
      summary: "List everybody's tokens",
      description: "50 at a time, the latest used first.",
    },
    revokeToken: {
      summary: "Revoke a token",
      description: "Ends one live token of anybody's, whatever its purpose.",
    },
    logUserOut: {
      summary: "Log a person out everywhere",
      description:
        "Ends what the policy says, and mails the person that it was done. On oneself it spares the token that asks.",
    },
    introspect: {
      summary: "Ask what a secret is worth",
      description: "Token introspection as in RFC 7662. It does not count as use.",
    },
    revokeSecret: {
      summary: "Revoke a token by its secret",
      description:
        "Token revocation as in RFC 7009: an unknown secret is answered in the same way.",
    },
  },
  done: "Done.",
  good: "What was asked for.",
  link: "Where there is a next page: its address, with rel=next (RFC 8288).",

  fields: {
    q: "Part of an email address or of a network address.",
    purpose: "What the tokens were issued for.",
    status: "Left out: any.",
    after: "The page after this place: `next` of the page before.",
    cursor: "The page after this place: `next` of the page before.",
    limit: "How many sessions a page has.",
    noPlace: "This is not the `next` of any page.",
    reason: "Goes into the mail to the person, and nowhere else.",
    reasonOdd: "Write the reason in one line.",
    token: "The secret.",
    hint: "Taken and not needed.",
  },

  schemas: {
    problem: {
      about: "What went wrong (RFC 9457).",
      type: "Where it is explained.",
      title: "The kind of problem, in short.",
      status: "The status of the answer, once more.",
      detail: "What to do about it.",
      code: "The kind of problem, for programs.",
      errors: "Which fields are wrong, and how.",
    },
    me: { about: "The person who asks.", token: "By which token they ask." },
    session: {
      about: "One device that is logged in.",
      isCurrent: "The one that asks.",
      isRemembered: "The person asked to be kept logged in.",
      device: "What the browser says of itself.",
    },
    sessions: "One page of a person's sessions.",
    ended: {
      about: "How many tokens ended. What had ended before is not counted.",
      ended: "Of every purpose together.",
      byPurpose: "Of each purpose; one of which none ended is absent.",
    },
    token: {
      about: "The record of one secret. The secret itself is nowhere.",
      method: "How its owner was authenticated.",
      address: "Where it was handed out to.",
      lastActiveAt: "Written at most once a minute.",
      idleAt: "When it ends if it stays unused.",
      expiresAt: "When it ends at the latest.",
      revocation: "Its end before its time, if somebody or something ended it.",
    },
    tokens: "One page of tokens.",
    next: "The place to ask for the next page with; null at the end.",
    introspection: {
      about: "What a secret is worth. Of one that is worth nothing, nothing else is said.",
      type: "Only what a program can send as a bearer has a type.",
      purpose: "What it was issued for.",
      jti: "The id of the row.",
      exp: "The nearer of its two deadlines, in seconds since 1970.",
    },
  },

  problems: {
    invalid_request: {
      title: "The request is not right",
      detail: "Send what the document of the API asks for, each field once.",
    },
    unauthenticated: {
      title: "Nobody is logged in",
      detail: "Send an API token in the header Authorization: Bearer.",
    },
    invalid_token: {
      title: "The token opens nothing",
      detail: "It has ended, or never was an API token. Make another on the security page.",
    },
    foreign_origin: {
      title: "The request came from elsewhere",
      detail: "By cookie only pages of this app can act. Programs use API tokens.",
    },
    proof_required: {
      title: "A proof is needed",
      detail: "Confirm who you are on the security page, then ask again within 10 minutes.",
    },
    stale_page: {
      title: "The page was rendered for someone else",
      detail: "By cookie, name the person who is logged in by their id in the header Rendered-For.",
    },
    not_found: {
      title: "There is nothing here",
      detail: "It does not exist, has ended, or is not for you to see.",
    },
    too_large: {
      title: "The body is too large",
      detail: "No request needs more than 16 kB.",
    },
    unsupported_media_type: {
      title: "The body is of another type",
      detail: "Send the type that the document of the API names.",
    },
    throttled: {
      title: "Too many refused tokens",
      detail: "This address brought too many tokens that open nothing. Wait, then send a good one.",
    },
    failed: {
      title: "Something broke on our side",
      detail: "What was asked for may not have been done.",
    },
    unavailable: {
      title: "Tokens cannot be checked just now",
      detail: "Nothing of yours has ended. Try again in a moment.",
    },
  },
}
