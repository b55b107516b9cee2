import { fail, ok, type Result, rotate, type Secret } from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Attempt } from "@/lib/users/ports/throttle"
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
  parts: Pick<Parts, "stores" | "throttle" | "transact">,
  session: ActingSession,
  password: string,
): Promise<Result<Secret, "wrong_password" | "throttled" | "changed_meanwhile">> {
  const { stores, throttle, transact } = parts
  const attempt = attemptIn(session)
  if (await throttle.begin(attempt)) return fail("throttled")

  const credential = await stores.users.findCredential({ userId: session.userId })
  if (!(await verifyPassword(credential?.passwordHash ?? null, password))) {
    await transact(({ audit }) => audit.append(entryOf(session, { action: "prove_failed" })))
    return fail("wrong_password")
  }
  await throttle.succeed(attempt)
  return rotateProved(parts, session)
}

/** Rotates a session whose owner has just proved who they are. */
export function rotateProved(
  { transact }: Pick<Parts, "transact">,
  session: ActingSession,
): Promise<Result<Secret, "changed_meanwhile">> {
  return transact(async ({ tokens, audit }, now) => {
    const rotated = await rotate(tokens, session.tokenId, session.secret, now)
    if (!rotated.ok) return rotated
    await audit.append(entryOf(session, { action: "prove" }))
    return ok(rotated.value)
  })
}
