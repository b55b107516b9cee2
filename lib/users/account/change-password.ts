import {
  decideRule,
  fail,
  ok,
  type Result,
  type RevocationCount,
  rotate,
  type Secret,
} from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import { endByTrigger } from "@/lib/users/ending"
import { hashPassword, isSamePassword, verifyPassword } from "@/lib/users/log-in/password"
import { type PasswordProblem, passwordProblem } from "@/lib/users/log-in/password-problem"
import { type ActingSession, attemptIn } from "@/lib/users/log-in/prove"
import { deviceFacts } from "@/lib/users/ports/outbox"
import type { Parts } from "@/lib/users/ports/parts"

export interface PasswordChange {
  /** Null where the person has none yet, and proved who they are in another way. */
  readonly currentPassword: string | null
  readonly newPassword: string
  /** The person's answer where the rule asks: whether their other devices are logged out too. */
  readonly endsOthers: boolean
  /** What the mail calls the browser: "Firefox on Linux". */
  readonly device: string
}

export interface ChangedPassword {
  /** The acting session's new secret; its old one is dead. */
  readonly secret: Secret
  readonly ended: RevocationCount
}

export type PasswordChangeFailure =
  | PasswordProblem
  | "wrong_password"
  | "same_password"
  | "throttled"
  | "changed_meanwhile"

/**
 * Replaces a user's password, ends what the rule says and rotates the acting session, together or not
 * at all. Mails the person that it was done.
 *
 * Hashing stays outside the transaction: it is slow on purpose, and a transaction held open across
 * it would block every log-in of this person.
 */
export async function changePassword(
  parts: Pick<Parts, "stores" | "transact" | "throttle" | "passwords" | "triggers">,
  session: ActingSession,
  { currentPassword, newPassword, endsOthers, device }: PasswordChange,
): Promise<Result<ChangedPassword, PasswordChangeFailure>> {
  const { stores, transact, throttle, triggers } = parts
  const problem = passwordProblem(newPassword, session, parts.passwords.minimumLength)
  if (problem) return fail(problem)

  const { userId, address, tokenId } = session
  const attempt = attemptIn(session)
  if (await throttle.begin(attempt)) return fail("throttled")
  const oldHash = (await stores.users.findCredential({ userId }))?.passwordHash ?? null
  const isProved =
    currentPassword === null ? oldHash === null : await verifyPassword(oldHash, currentPassword)
  if (!isProved) {
    await transact(({ audit }) => audit.append(entryOf(session, { action: "prove_failed" })))
    return fail("wrong_password")
  }
  await throttle.succeed(attempt)
  // Only here, where somebody means to have another one. By a link, or a script, it is a change like any.
  if (currentPassword !== null && isSamePassword(newPassword, currentPassword))
    return fail("same_password")
  const newHash = await hashPassword(newPassword)

  return transact(async ({ users, tokens, audit, outbox }, now) => {
    const person = await users.lock(userId)
    if (!person) return fail("changed_meanwhile")
    if (!(await users.replacePasswordHash(userId, oldHash, newHash)))
      return fail("changed_meanwhile")
    const rotated = await rotate(tokens, tokenId, session.secret, now)
    if (!rotated.ok) return rotated

    const rule = decideRule(triggers.password_changed, endsOthers)
    const target = { userId, currentTokenId: tokenId, isRotated: true }
    const revocation = { at: now, reason: "password_change", by: userId } as const
    const { ended, told } = await endByTrigger(tokens, rule, target, revocation)
    await audit.append(entryOf(session, { action: "change_password", ...told }))
    const facts = deviceFacts(device, address, now)
    await outbox.add({ kind: "password_changed", to: person.email, facts })
    return ok({ secret: rotated.value, ended })
  })
}
