import { headers } from "next/headers"
import { keptUserAgent } from "@/lib/names/client-hints"

/** Written by server.ts: Next has a page answer HEAD as it answers GET. */
const methodHeader = "x-loe-method"

export const userAgentOf = (headers: Headers): string | null =>
  keptUserAgent((name) => headers.get(name))

/**
 * Whether a person is behind this request: a browser that fetches ahead of them is not one, nor is HEAD.
 *
 * Here server.ts lets nothing in that is fetched ahead, but an app that has taken this file may stand
 * behind another server. Next hides from pages that its own router fetches ahead.
 */
export async function isPersonsRequest(): Promise<boolean> {
  const requested = await headers()
  const isAhead = ["sec-purpose", "purpose", "x-moz"].some((name) =>
    /prefetch/i.test(requested.get(name) ?? ""),
  )
  return !isAhead && requested.get(methodHeader) !== "HEAD"
}

/** A browser says whose page sent the request. What comes from elsewhere does not act here (ASVS 3.5.1). */
export function isFromOurPages(headers: Headers): boolean {
  return ["same-origin", "none", null].includes(headers.get("sec-fetch-site"))
}

/** Where to go after log-in: a path of ours, whatever was asked for (ASVS 3.7.2). */
export function safeReturnTo(value: unknown): string {
  const home = "/account/security"
  if (typeof value !== "string" || !value.startsWith("/")) return home
  const base = "http://localhost"
  if (!URL.canParse(value, base)) return home
  const { origin, pathname, search, hash } = new URL(value, base)
  const isOurs = origin === base && !pathname.startsWith("//") && !pathname.startsWith("/api/")
  return isOurs && !pathname.startsWith("/log") ? pathname + search + hash : home
}

/**
 * The address itself where it is on this site, else the site. NextAuth's own rule fails on what is no
 * address at all, which any client can keep in its cookie.
 */
export function onThisSite(url: string, site: string): string {
  const target = URL.canParse(url, site) ? new URL(url, site) : undefined
  return target?.origin === site ? target.href : site
}
