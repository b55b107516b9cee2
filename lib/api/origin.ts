export const isSafe = (method: string) => method === "GET" || method === "HEAD"

/**
 * Whether one of our own pages sent this: a browser adds its cookies to what any page sends (ASVS 3.5.1).
 *
 * Stricter than the gate of forms, since programs that send no such header have API tokens.
 */
export function isFromOurOrigin(headers: Headers, ourOrigin: string): boolean {
  const site = headers.get("sec-fetch-site")
  return site === null ? headers.get("origin") === ourOrigin : site === "same-origin"
}
