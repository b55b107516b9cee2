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
