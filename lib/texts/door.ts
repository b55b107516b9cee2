/** What is said to a request that is refused before the app sees it, by status. */
export const door = {
  400: ["This request cannot be read", "Go back and try again. Nothing was done."],
  403: ["This form came from another site", "Send it from a page of this app. Nothing was done."],
  405: ["This is not a proxy", "This server answers for one app only."],
  408: ["This took too long", "The request did not arrive in time. Try again; nothing was done."],
  413: ["This is too large", "Send less at once. Nothing was done."],
  414: ["This address is too long", "Check the link that you followed."],
  415: ["This cannot be read", "Send the content without compressing it. Nothing was done."],
  417: ["This cannot be promised", "Send the request without an expectation. Nothing was done."],
  429: ["Too many requests at once", "Wait for the answers first. Nothing was done."],
  431: [
    "Your browser sent too much along",
    "Clear the cookies of this site, then try again. Nothing was done.",
  ],
  501: ["This cannot be read", "Send the content as it is, or in chunks. Nothing was done."],
  503: [
    "Too many people are here just now",
    "You are still logged in. Try again in a few seconds; nothing was done.",
  ],
} as const satisfies Readonly<Record<number, readonly [title: string, detail: string]>>
