import { createHash } from "node:crypto"
import type { NextRequest } from "next/server"
import { withoutCookies } from "./nextauth-cookies"

/** As long as NextAuth's own cookies of a journey to a provider last. */
export const maxTripS = 15 * 60

/** Each weighs some 2 KB, and proxies take no more than 8 KB of cookies. */
export const maxTrips = 3

export const tripPrefix = "__Host-loe-trip-"

/** What NextAuth keeps of a journey: sealed, but for where it ends. */
export const nextAuthTripCookies: readonly string[] = [
  "__Secure-authjs.state",
  "__Secure-authjs.pkce.code_verifier",
  "__Secure-authjs.nonce",
  "__Secure-authjs.callback-url",
]

/** The cookie of the journey that comes back with this state. */
export const tripCookieName = (state: string): string =>
  tripPrefix + createHash("sha256").update(state).digest("base64url").slice(0, 16)

interface Jar {
  get(name: string): { readonly value: string } | undefined
}

export interface Trip {
  readonly cookieName: string
  /** What the browser kept of it. */
  readonly kept: URLSearchParams
}

/** The journey from which this request comes back, where the browser has begun it here. */
export function tripOf({
  nextUrl,
  cookies,
}: Pick<NextRequest, "nextUrl"> & { readonly cookies: Jar }): Trip | null {
  const state = nextUrl.searchParams.get("state")
  const cookieName = state && tripCookieName(state)
  const value = cookieName && cookies.get(cookieName)?.value
  return value ? { cookieName, kept: new URLSearchParams(value) } : null
}

/** The request as NextAuth expects it: with the cookies of this journey, and of no other. */
export function comingBack(request: NextRequest): NextRequest {
  const trip = tripOf(request)
  if (!trip) return request
  const back = withoutCookies(
    request,
    (name) => nextAuthTripCookies.includes(name) || name.startsWith(tripPrefix),
  )
  for (const name of nextAuthTripCookies) {
    const value = trip.kept.get(name)
    if (value !== null) back.cookies.set(name, value)
  }
  return back
}
