import {
  fail,
  logOutEverywhere,
  ok,
  type Result,
  type RevocationCount,
  rotate,
  type SessionToken,
  type TokenPurpose,
  totalOf,
} from "@/lib/tokens"
import { hashPassword, type PasswordProblem, passwordProblem, verifyPassword } from "./password"
import type { ActingSession } from "./prove"
import type { TransactStores, UserStore } from "./stores"
import type { Throttle } from "./throttle"

export interface PasswordChange {
  readonly session: ActingSession
  /** Null where the person has none yet, and proved who they are in another way. */
  readonly currentPassword: string | null
  readonly newPassword: string
  /** What ends beside the acting session, which is rotated. */
  readonly purposes: readonly TokenPurpose[]
}

export interface ChangedPassword {
  /** The acting session's new secret; its old one is dead. */
  readonly secret: SessionToken
  readonly ended: RevocationCount
}

export type PasswordChangeFailure =
  | PasswordProblem
  | "wrong_password"
  | "throttled"
  | "changed_meanwhile"

/**
 * Replaces a user's password, ends the tokens of the given purposes and rotates the acting session,
 * together or not at all.
 *
 * Hashing stays outside the transaction: it is slow on purpose, and a transaction held open across
 * it would block every log-in of this person.
 */
export async function changePassword(
  users: UserStore,
  throttle: Throttle,
  transact: TransactStores,
  { session, currentPassword, newPassword, purposes }: PasswordChange,
): Promise<Result<ChangedPassword, PasswordChangeFailure>> {
  const problem = passwordProblem(newPassword, session)
  if (problem) return fail(problem)

  const { userId, address } = session
  const attempt = { email: session.email, address, isKnownDevice: true }
  if ((await throttle.begin(attempt)) > 0) return fail("throttled")
  const oldHash = (await users.findCredential({ userId }))?.passwordHash ?? null
  const isProved =
    currentPassword === null ? oldHash === null : await verifyPassword(oldHash, currentPassword)
  if (!isProved) return fail("wrong_password")
  await throttle.succeed(attempt)
  const newHash = await hashPassword(newPassword)

  return transact(async ({ users, tokens, audit }, now) => {
    if (!(await users.lock(userId))) return fail("changed_meanwhile")
    if (!(await users.replacePasswordHash(userId, oldHash, newHash)))
      return fail("changed_meanwhile")
    const rotated = await rotate(tokens, session.tokenId, session.secret, now)
    if (!rotated.ok) return rotated

    const scope = { kind: "others", currentTokenId: session.tokenId, purposes } as const
    const ended = await logOutEverywhere(tokens, userId, scope, {
      at: now,
      reason: "password_change",
      by: userId,
    })
    await audit.append({
      action: "change_password",
      actorId: userId,
      targetId: userId,
      address,
      reason: "password_change",
      scope: "others",
      count: totalOf(ended),
    })
    return ok({ secret: rotated.value, ended })
  })
}
