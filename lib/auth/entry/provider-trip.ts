import "server-only"
import { randomUUID } from "node:crypto"
import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { signIn } from "@/auth"
import { cookieOptions } from "@/lib/auth/cookies/session-cookie"
import {
  maxTripS,
  maxTrips,
  nextAuthTripCookies,
  tripCookieName,
  tripPrefix,
} from "@/lib/auth/cookies/trip-cookie"
import { type ProviderIntent, sealIntent } from "@/lib/auth/next-auth/provider-intent"
import { safeReturnTo } from "@/lib/auth/request"
import { requestFacts } from "@/lib/auth/request-facts"
import { withoutSealed } from "@/lib/auth/sealed-param"
import type { ActingViewer } from "@/lib/auth/viewer"
import type { Typed } from "@/lib/forms/form-state"

/** A browser drops a cookie that is too large. */
const maxPathLength = 1_000
const maxTypedLength = 1_200

/** Sends the person to the provider to log in, and then to where they wanted to go. */
export const startProviderLogIn = (provider: string, returnTo: string): Promise<never> =>
  goTo({ provider, redirectTo: safeReturnTo(returnTo) })

/** Sends the person to the provider, to link it or to prove who they are. They come back to where they were. */
export async function goToProvider(
  { session: { id: tokenId, epoch } }: ActingViewer,
  kind: ProviderIntent["kind"],
  provider: string,
  typed: Typed = {},
): Promise<never> {
  const path = withoutSealed((await requestFacts()).path)
  const returnTo = safeReturnTo(path.length <= maxPathLength ? path : undefined)
  const session = { tokenId, epoch }
  const at = Date.now()
  const intent = { id: randomUUID(), kind, provider, ...session, returnTo, at, typed: kept(typed) }
  // max_age makes an OpenID provider say when the person last proved who they are.
  const asked = kind === "prove" ? { prompt: "login", max_age: "0" } : {}
  return goTo({ provider, redirectTo: "/account/security", asked, intent })
}

const kept = (typed: Typed): Typed => (JSON.stringify(typed).length <= maxTypedLength ? typed : {})

interface Destination {
  readonly provider: string
  /** Where a log-in ends. */
  readonly redirectTo: string
  /** What else the provider is asked for. */
  readonly asked?: Readonly<Record<string, string>>
  /** What somebody who is logged in goes there for. */
  readonly intent?: ProviderIntent
}

/**
 * Sends the browser to a provider.
 *
 * NextAuth keeps what it needs of a journey in cookies of one name, so that of two tabs the first to come
 * back would be refused. Here each journey has its own cookie, named by the state that it comes
 * back with.
 */
async function goTo({ provider, redirectTo, asked, intent }: Destination): Promise<never> {
  const url = await signIn(provider, { redirect: false, redirectTo }, asked)
  const state = URL.canParse(url) && new URL(url).searchParams.get("state")
  if (state) await keepTrip(state, intent)
  return redirect(url)
}

async function keepTrip(state: string, intent: ProviderIntent | undefined): Promise<void> {
  const jar = await cookies()
  const trip = new URLSearchParams()
  for (const name of nextAuthTripCookies) {
    const value = jar.get(name)?.value
    if (value !== undefined) trip.set(name, value)
    jar.set(name, "", { ...cookieOptions, maxAge: 0 })
  }
  const name = tripCookieName(state)
  if (intent) trip.set("intent", await sealIntent(name, intent))

  // A browser names first what it has kept the longest (RFC 6265 5.4).
  const others = jar
    .getAll()
    .filter((kept) => kept.name.startsWith(tripPrefix) && kept.value !== "")
  for (const { name: oldest } of others.slice(0, Math.max(0, others.length + 1 - maxTrips))) {
    jar.set(oldest, "", { ...cookieOptions, maxAge: 0 })
  }
  jar.set(name, String(trip), { ...cookieOptions, maxAge: maxTripS })
}
