import { type Account, AuthError, CredentialsSignin } from "next-auth"
import type { Issued } from "../core/lifecycle.ts"
import { providerSessionOf } from "../core/provider-session.ts"
import { conclude, currentCrossing, noteOutage } from "./crossing.ts"
import type { DoorConfig, LogIn, LogInFailure } from "./door.ts"
import type { Tokens } from "./tokens.ts"

/** What a session that begins asks of the configuration. */
export type Beginning = Pick<DoorConfig, "isRemembered" | "startSession">

/**
 * Makes the session of a log-in and ends the one that the browser had before, together or not at all.
 *
 * Throws outside of a log-in that came through the wrapped `handlers` or `signIn`: only they took a mark before
 * the proof was read.
 */
export async function startSession(
  loe: Tokens,
  { isRemembered, startSession = loe.issue }: Beginning,
  userId: string,
): Promise<Issued> {
  const { secret: replaces = null, mark, device, newcomer } = currentCrossing() ?? {}
  const arrival = newcomer?.arrival
  if (!mark || !device || !arrival) throw new AuthError(outside)
  const { account, profile, credentials } = arrival
  const logIn: LogIn = {
    purpose: "session",
    userId,
    method: methodOf(account),
    mark,
    device,
    isRemembered: (account && isRemembered?.(account, credentials)) ?? false,
    provider: providerSessionOf(profile),
    replaces,
    arrival,
  }
  const started = await noteOutage(() => startSession(logIn))
  if (!started.ok) {
    refuse(started.failure)
    throw new RefusedLogIn(started.failure)
  }
  conclude({ kind: "issued", issued: started.value })
  return started.value
}

function methodOf(account: Account | null | undefined): string {
  if (!account) return "unknown"
  const { provider, type } = account
  if (type === "email") return "magic_link"
  return provider === "credentials" ? "password" : provider
}

/** Notes why a log-in is refused, and returns an error for NextAuth. */
export function refuse(failure: LogInFailure): AuthError {
  conclude({ kind: "refused", failure })
  return new AuthError(`This log-in is refused: ${failure}.`)
}

/** To a log-in by password NextAuth tells this one error by its name, with the code beside it. */
class RefusedLogIn extends CredentialsSignin {
  constructor(failure: LogInFailure) {
    super(`This log-in cannot become a session: ${failure}.`)
    this.code = failure
  }
}

const outside =
  "A session was asked for outside of a log-in: use the `handlers` and the `signIn` that NextAuth of log-out-everywhere/next-auth returned. A program calls `loe.issue` with a mark."
