import { fail, ok, type Result, rotate, type Secret } from "log-out-everywhere"
import type { TransactStores, UserStore } from "@/lib/users/ports/stores"
import type { Attempt, Throttle } from "@/lib/users/ports/throttle"
import type { Actor } from "@/lib/users/ports/user"
import { verifyPassword } from "./password"

/** A person who acts in a session, as an act that may rotate it needs them. */
export interface ActingSession extends Actor {
  readonly email: string
  readonly name?: string | null
  /** The secret in the request's cookie. */
  readonly secret: string
}

/** A try in a session counts there: a thief who guesses in a stolen one closes that one only. */
export const attemptIn = ({ email, address, tokenId }: ActingSession): Attempt => ({
  email,
  address,
  door: { kind: "session", id: tokenId },
})

/** Verifies the password of the person who acts, and rotates the session (ASVS 7.2.4). Returns the new secret. */
export async function prove(
  users: UserStore,
  throttle: Throttle,
  transact: TransactStores,
  session: ActingSession,
  password: string,
): Promise<Result<Secret, "wrong_password" | "throttled" | "changed_meanwhile">> {
  const attempt = attemptIn(session)
  if (await throttle.begin(attempt)) return fail("throttled")

  const credential = await users.findCredential({ userId: session.userId })
  if (!(await verifyPassword(credential?.passwordHash ?? null, password))) {
    await transact(({ audit }) => audit.append({ ...entryOf(session), action: "prove_failed" }))
    return fail("wrong_password")
  }
  await throttle.succeed(attempt)
  return rotateProved(transact, session)
}

/** Rotates a session whose owner has just proved who they are. */
export function rotateProved(
  transact: TransactStores,
  session: ActingSession,
): Promise<Result<Secret, "changed_meanwhile">> {
  return transact(async ({ tokens, audit }, now) => {
    const rotated = await rotate(tokens, session.tokenId, session.secret, now)
    if (!rotated.ok) return rotated
    await audit.append({ ...entryOf(session), action: "prove" })
    return ok(rotated.value)
  })
}

const entryOf = ({ userId, address }: ActingSession) => ({
  actorId: userId,
  targetId: userId,
  address,
})
