import "server-only"
import { ok, type Proof, providerSessionOf, type Result } from "log-out-everywhere"
import type { LogIn } from "log-out-everywhere/next-auth"
import { cookies } from "next/headers"
import { type Account, AuthError } from "next-auth"
import {
  browserCookie,
  browserCookieName,
  readBrowserCookie,
} from "@/lib/auth/cookies/browser-cookie"
import { dropReceipt } from "@/lib/auth/cookies/receipt-cookie"
import { claimsOf, provedAt } from "@/lib/auth/providers/id-token"
import { logRefusedLogIn } from "@/lib/auth/refused-log-in"
import { requestFacts } from "@/lib/auth/request-facts"
import { parts } from "@/lib/db/parts"
import { tellOfNewDevice } from "@/lib/users/log-in/tell-of-new-device"
import { type Started, type StartParts, startSession } from "./start-session"

/**
 * The door's `startSession`: begins the session of a log-in that is being answered, and leaves in its browser
 * what it is known by.
 */
export async function beginSession({
  arrival,
  purpose: _,
  ...logIn
}: LogIn): Promise<Result<Started["issued"], "changed_meanwhile" | "too_many_sessions">> {
  const submitted: Readonly<Record<string, unknown>> = arrival.credentials ?? {}
  const [jar, { device }] = [await cookies(), await requestFacts()]
  const { transact, policy } = parts()
  const onNewBrowser: StartParts["onNewBrowser"] = (stores, session, name, now) =>
    tellOfNewDevice(stores, policy, session, name, now)
  const started = await startSession(
    { transact, policy, onNewBrowser },
    {
      ...logIn,
      ...factsOf(arrival.account),
      device,
      stood: stoodBeside(logIn.userId, arrival),
      browserSecrets: readBrowserCookie(jar.get(browserCookieName)?.value),
      isReturning: submitted.returning === "on",
    },
  )
  if (!started.ok) {
    logRefusedLogIn(started.failure, logIn.method, device)
    return started
  }
  const { name, value, options } = browserCookie(started.value.remembered)
  jar.set(name, value, options)
  await dropReceipt()
  return ok(started.value.issued)
}

/** A provider that does not say when may have asked for the password years ago. */
const atSomeTime = new Date(0)

/** What a provider says of the session there. A log-in by what we keep ourselves is proved when it is made. */
function factsOf(account: Account | null | undefined) {
  if (!account || account.type === "credentials") return {}
  const { id_token } = account
  return {
    provider: providerSessionOf(claimsOf(id_token)),
    provedAt: provedAt(id_token) ?? atSomeTime,
  }
}

/**
 * The epoch that was read together with the proof, which `authorize` and the adapter hand on with the user.
 *
 * Null for a person whom a provider brings and who had no account yet. Throws for a proof of somebody else, and
 * for a log-in of ours that lacks it.
 */
export function stoodBeside(
  userId: string,
  { user, account }: LogIn["arrival"],
): Pick<Proof, "epoch" | "role"> | null {
  const { id, epoch, role } = user
  if (epoch !== undefined && role && id === userId) return { epoch, role }
  if (epoch === undefined && account && account.type !== "credentials") return null
  throw new AuthError("A session was asked for without a proof of who it is for.")
}
