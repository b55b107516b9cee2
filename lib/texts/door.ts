/** What is said to a request that is refused before the app sees it, by status. */
export const door = {
  400: ["This request can't be read", "Go back and try again. Nothing was done."],
  403: ["This form came from another site", "Send it from this app's own pages. Nothing was done."],
  405: ["This isn't a proxy", "This server answers for one app only."],
  408: ["This took too long", "The request didn't arrive in time. Try again; nothing was done."],
  413: ["This is too large", "Send less in one request. Nothing was done."],
  414: ["This address is too long", "Check the link that you followed."],
  415: ["This can't be read", "Send the content without compressing it. Nothing was done."],
  417: ["This can't be promised", "Send the request without an expectation. Nothing was done."],
  429: ["Too many requests at the same time", "Wait for the answers first. Nothing was done."],
  431: [
    "Your browser sent too much data",
    "Clear this site's cookies, then try again. Nothing was done.",
  ],
  501: ["This can't be read", "Send the content as it is, or in chunks. Nothing was done."],
  503: [
    "Too many people are here right now",
    "You're still logged in. Try again in a few seconds; nothing was done.",
  ],
} as const satisfies Readonly<Record<number, readonly [title: string, detail: string]>>
