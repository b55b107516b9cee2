import "server-only"
import {
  fail,
  hashSecret,
  ok,
  type Result,
  type RevocationReason,
  tokenStatus,
} from "log-out-everywhere"
import { cookies, headers } from "next/headers"
import { AuthError } from "next-auth"
import { signIn } from "@/auth"
import { authentication } from "@/authentication"
import { type EndOfVoided, endOfVoided } from "@/lib/db/end-of-voided"
import { stores } from "@/lib/db/stores"
import { tellOfNewDevice } from "@/lib/users/tell-of-new-device"
import { browserCookie, browserCookieName, readBrowserCookie } from "./browser-cookie"
import { describeDevice } from "./device"
import {
  type LogInContext,
  type LogInFailure,
  type ProviderIntent,
  runLogIn,
} from "./log-in-context"
import { logRefusedLogIn, logWrongCredentials } from "./refused-log-in"
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

  await handOverCookies(context)
  return ok(null)
}

/** Hands the browser of a log-in what it is to keep: the session, and what it is known by. */
export async function handOverCookies({ issued, remembered }: LogInContext): Promise<void> {
  if (issued) await setSessionCookie(issued.secret, issued.token)
  if (!remembered) return
  const { name, value, options } = browserCookie(remembered)
  ;(await cookies()).set(name, value, options)
}

/** What this request brings to a log-in by the given method. */
export async function logInContext(
  method: string,
  intent: ProviderIntent | null = null,
): Promise<LogInContext> {
  const [requested, jar] = [await headers(), await cookies()]
  const device = deviceOf(requested)
  return {
    device,
    previousSecret: jar.get(sessionCookieName)?.value ?? null,
    method,
    browserSecrets: readBrowserCookie(jar.get(browserCookieName)?.value),
    intent,
    proofs: new Map(),
    isRemembered: false,
    tell: (refusal) => logWrongCredentials(refusal, device),
    async onStart(stores, session, { isNew }, now) {
      if (!isNew) return
      const { title } = describeDevice(device.userAgent)
      await tellOfNewDevice(stores, authentication.policy, session, title, now)
    },
  }
}

export type Ending = RevocationReason | "idle" | "expired" | "ended"
export type SessionEnding = Ending | EndOfVoided

export interface EndedSession {
  readonly ending: SessionEnding
  /** The email of a person whose session only went idle and who has a password to get back in; otherwise null. */
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
