import {
  type FoundToken,
  fail,
  hashSecret,
  ok,
  type Result,
  type TriggerRule,
  tokenStatus,
  totalOf,
} from "log-out-everywhere"
import { endByTrigger } from "@/lib/users/end-by-trigger"
import { hashPassword, type PasswordProblem, passwordProblem } from "@/lib/users/log-in/password"
import { consumeLink } from "@/lib/users/mailed-link"
import type { DeviceFacts } from "@/lib/users/ports/outbox"
import type { SessionOwner, Stores, TransactStores } from "@/lib/users/ports/stores"
import type { Throttle } from "@/lib/users/ports/throttle"
import { type ProviderName, removeProviders } from "./remove-providers"

export interface PasswordByLink {
  readonly purpose: "password_reset" | "invitation"
  readonly secret: string
  readonly newPassword: string
  readonly minimumLength: number
  /** Where it was done, for the mail that tells of it. */
  readonly device: Omit<DeviceFacts, "at">
  readonly nameOf: ProviderName
}

/**
 * Sets a password by a mailed link: a reset, or the first one of an invited person.
 *
 * Ends every session and logs nobody in. A person who has the link has the mailbox, so the address counts
 * as verified. Log-ins connected since the link was mailed are removed: a person who forgot the password
 * connects none, but somebody else who knows it might. Returns how many tokens ended.
 */
export async function setPasswordByLink(
  tokens: Stores["tokens"],
  throttle: Throttle,
  transact: TransactStores,
  { purpose, secret, newPassword, minimumLength, device, nameOf }: PasswordByLink,
  rule: TriggerRule,
): Promise<Result<number, PasswordProblem | "link_ended">> {
  const found = await tokens.findByHash(hashSecret(secret))
  if (!found || !isUsable(found, purpose)) return fail("link_ended")
  const { id: userId } = found.owner
  const problem = passwordProblem(newPassword, found.owner, minimumLength)
  if (problem) return fail(problem)
  const newHash = await hashPassword(newPassword)

  const reset = await transact(async (stores, now) => {
    const { users, tokens, audit, outbox } = stores
    const consumed = await consumeLink({ users, tokens }, purpose, secret, now)
    if (!consumed.ok) return consumed
    const { link, owner: person } = consumed.value
    if (purpose === "invitation" && person.passwordHash) return fail("link_ended")
    if (!(await users.replacePasswordHash(userId, person.passwordHash, newHash))) {
      return fail("link_ended")
    }
    if (!person.emailVerifiedAt) await users.update(userId, { emailVerifiedAt: now })

    const revocation = { at: now, reason: "password_reset", by: userId } as const
    const target = { userId, currentTokenId: null }
    const { ended, ...reach } = await endByTrigger(tokens, rule, target, revocation)
    const count = totalOf(ended)
    const { details, removed } =
      purpose === "password_reset"
        ? await removeProviders(stores, userId, link.issuedAt, nameOf)
        : {}
    await audit.append({
      action: purpose === "invitation" ? "accept_invitation" : "reset_password",
      actorId: userId,
      targetId: userId,
      address: device.address ?? null,
      reason: "password_reset",
      ...reach,
      count,
      ...(details && { details }),
    })
    if (purpose === "password_reset") {
      await outbox.add({
        kind: "password_changed",
        to: person.email,
        facts: { ...device, at: now.toISOString(), ...(removed && { removed }) },
      })
    }
    return ok({ count, email: person.email })
  })
  if (!reset.ok) return reset
  await throttle.clear(reset.value.email)
  return ok(reset.value.count)
}

/**
 * Whether it is worth hashing for, which is slow on purpose. Of a link that ends meanwhile the transaction
 * says so. An invitation is for the first password: a later one asks for a proof, or for a reset.
 */
function isUsable(found: FoundToken<SessionOwner>, purpose: PasswordByLink["purpose"]): boolean {
  const { token, owner } = found
  if (token.purpose !== purpose || (purpose === "invitation" && owner.hasPassword)) return false
  return tokenStatus(found) === "active"
}
