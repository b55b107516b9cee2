import type { Device } from "../core/token.ts"

/** The headers of a request: those of `Request`, and of `next/headers`. */
export interface Headed {
  get(name: string): string | null
}

/**
 * Whether a form on one of the app's own pages sent this: a browser adds its cookies to what any page sends
 * (ASVS 3.5.1).
 *
 * `Sec-Fetch-Site` decides if the browser sends it, else `Origin`. A request with neither is none of a page: programs
 * have API tokens.
 */
export function isFromOrigin(headers: Headed, origin: string): boolean {
  const site = headers.get("sec-fetch-site")
  return site === null ? headers.get("origin") === origin : site === "same-origin"
}

/**
 * Whether a person is behind this request. A browser that fetches ahead of them is not one, nor is HEAD: what touches
 * for those keeps an open page from going idle (ASVS 7.3.1).
 */
export function isPersons(headers: Headed, method: string): boolean {
  const isAhead = aheadHeaders.some((name) => /prefetch|^1$/i.test(headers.get(name) ?? ""))
  return !isAhead && method !== "HEAD"
}

const aheadHeaders = [
  ...["sec-purpose", "purpose", "x-moz"],
  ...["next-router-prefetch", "x-middleware-prefetch"],
]

/** Where a request comes from. The address is the app's to know: any client can write `X-Forwarded-For`. */
export function deviceOf(headers: Headed, address: string | null): Device {
  return { address, userAgent: headers.get("user-agent")?.slice(0, maxUserAgentLength) || null }
}

const maxUserAgentLength = 512

/**
 * The origin as browsers write it.
 *
 * Throws if it has a path, or is no address: no form would ever come from there.
 */
export function originOf(given: string): string {
  const { origin } = URL.canParse(given) ? new URL(given) : { origin: "null" }
  if (origin === "null" || (given !== origin && given !== `${origin}/`)) {
    throw new Error(`origin: "${given}" is no origin; write one like "https://app.example".`)
  }
  return origin
}
