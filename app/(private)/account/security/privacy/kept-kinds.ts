/** What is kept of a person, in the order in which the page tells of it. */
export const keptKinds = [
  "sessions",
  "browsers",
  "apiTokens",
  "links",
  "history",
  "emails",
  "attempts",
  "account",
] as const
