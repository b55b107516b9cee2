import { AuthError, CredentialsSignin } from "next-auth"
import type { Issued } from "../core/lifecycle.ts"
import { type Crossing, currentCrossing, noteOutage } from "./crossing.ts"
import type { Tokens } from "./door.ts"
import type { LogInFailure } from "./log-in-failure.ts"

/**
 * Makes the session of a log-in and ends the one that the browser had before, together or not at all.
 *
 * Throws outside of a log-in that came through the wrapped `handlers` or `signIn`: only they took a mark before
 * the proof was read.
 */
export async function startSession(loe: Tokens, userId: string): Promise<Issued> {
  const crossing = currentCrossing()
  if (!crossing?.mark) throw new AuthError(outside)
  const { secret, mark, device, newcomer } = crossing
  const { method = "unknown", isRemembered = false, provider = null } = newcomer
  const request = {
    purpose: "session",
    userId,
    method,
    mark,
    device,
    isRemembered,
    provider,
  } as const
  const started = await noteOutage(() =>
    loe.store.transact(async (_, __, tx) => {
      const acts = loe.in(tx)
      const issued = await acts.issue(request)
      // A browser has one session.
      if (issued.ok && secret) await acts.logOut(secret, { reason: "replaced" })
      return issued
    }),
  )
  if (!started.ok) {
    refuse(crossing, started.failure)
    throw new RefusedLogIn(started.failure)
  }
  crossing.outcome = { kind: "issued", issued: started.value }
  return started.value
}

/** Notes why a log-in is refused, and returns an error for NextAuth. */
export function refuse(crossing: Crossing, failure: LogInFailure): AuthError {
  crossing.outcome = { kind: "refused", failure }
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
