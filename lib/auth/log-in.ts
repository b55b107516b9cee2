import "server-only"
import { cookies, headers } from "next/headers"
import { redirect } from "next/navigation"
import { AuthError } from "next-auth"
import { signIn } from "@/auth"
import { authentication } from "@/authentication"
import { type EndOfVoided, endOfVoided } from "@/lib/db/end-of-voided"
import { stores } from "@/lib/db/stores"
import { fail, hashSecret, ok, type Result, type RevocationReason, tokenStatus } from "@/lib/tokens"
import { tellOfNewDevice } from "@/lib/users/tell-of-new-device"
import { describeDevice } from "./device"
import { isKnown, knownDeviceCookie, knownDeviceCookieName, knownPeople } from "./known-device"
import { type LogInContext, type LogInFailure, runLogIn } from "./log-in-context"
import { dropIntent, intentCookieName, readIntent } from "./provider-intent"
import { logRefusedLogIn, logWrongCredentials } from "./refused-log-in"
import { safeReturnTo } from "./request"
import { deviceOf } from "./request-device"
import { readSessionCookie, sessionCookieName, setSessionCookie } from "./session-cookie"

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly isRemembered: boolean
  /** Back to a session that went idle: the new one keeps its absolute deadline. */
  readonly isReturning: boolean
}

/** Logs in by password, through NextAuth like every other way, and hands the browser its cookies. */
export async function logIn({
  email,
  password,
  isRemembered,
  isReturning,
}: Credentials): Promise<Result<null, LogInFailure>> {
  const context = await logInContext("password")
  try {
    const options = { remember: isRemembered ? "on" : "", returning: isReturning ? "on" : "" }
    await runLogIn(context, () =>
      signIn("credentials", { email, password, ...options, redirect: false }),
    )
  } catch (error) {
    if (!(error instanceof AuthError && context.failure)) throw error
    logRefusedLogIn(context)
    return fail(context.failure)
  }
  if (!context.issued) throw new Error("NextAuth logged in without a session.")

  const { secret, token } = context.issued
  await setSessionCookie(secret, token)
  const known = await knownDeviceCookie(context.knownPeople, email)
  ;(await cookies()).set(known.name, known.value, known.options)
  return ok(null)
}

/** Sends the person to a provider, to come back logged in. */
export async function startProviderLogIn(provider: string, returnTo: string): Promise<never> {
  await dropIntent()
  redirect(await signIn(provider, { redirect: false, redirectTo: safeReturnTo(returnTo) }))
}

/** What this request brings to a log-in by the given method. */
export async function logInContext(method: string): Promise<LogInContext> {
  const [requested, jar] = [await headers(), await cookies()]
  const device = deviceOf(requested)
  const known = await knownPeople(jar.get(knownDeviceCookieName)?.value)
  return {
    device,
    previousSecret: jar.get(sessionCookieName)?.value ?? null,
    method,
    knownPeople: known,
    intent: await readIntent(jar.get(intentCookieName)?.value),
    proofs: new Map(),
    isRemembered: false,
    tell: (refusal) => logWrongCredentials(refusal, device),
    async onStart(stores, session, now) {
      const person = await stores.users.find(session.userId)
      if (!person || isKnown(known, person.email)) return
      const { title } = describeDevice(device.userAgent)
      await tellOfNewDevice(stores, authentication.policy, session, title, now)
    },
  }
}

export type Ending = RevocationReason | "idle" | "expired" | "ended"
export type SessionEnding = Ending | EndOfVoided

export interface EndedSession {
  readonly ending: SessionEnding
  /** Whom their password alone takes back: who was merely idle, and has one. */
  readonly returning: string | null
}

/**
 * The session of this browser's cookie, as it ended; null where there is none, or a live one.
 *
 * One that was idle when everyone was logged out is over for good: a password does not take it back.
 */
export async function endedSession(): Promise<EndedSession | null> {
  const secret = await readSessionCookie()
  if (!secret) return null
  const found = await stores().tokens.findByHash(hashSecret(secret))
  if (!found) return { ending: "ended", returning: null }
  const { token, owner, realmGeneration, now } = found
  const status = tokenStatus(token, owner, realmGeneration, now)
  if (status === "active") return null
  if (status === "revoked") {
    return { ending: token.revocation?.reason ?? (await endOfVoided(token.id)), returning: null }
  }
  return { ending: status, returning: status === "idle" && owner.hasPassword ? owner.email : null }
}
