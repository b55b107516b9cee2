import { type FoundToken, fail, hashSecret, ok, type Result, tokenStatus } from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import { endByTrigger } from "@/lib/users/ending"
import { hashPassword } from "@/lib/users/log-in/password"
import { type PasswordProblem, passwordProblem } from "@/lib/users/log-in/password-problem"
import { consumeLink } from "@/lib/users/mailed-link"
import type { DeviceFacts } from "@/lib/users/ports/outbox"
import type { Parts } from "@/lib/users/ports/parts"
import type { SessionOwner } from "@/lib/users/ports/stores"
import { type ProviderName, removeProviders } from "./remove-providers"

export interface PasswordByLink {
  readonly purpose: "password_reset" | "invitation"
  readonly secret: string
  readonly newPassword: string
  /** Where it was done, for the mail that tells of it. */
  readonly device: Omit<DeviceFacts, "at">
  readonly nameOf: ProviderName
}

/**
 * Sets a password by a mailed link: a reset, or the first one of an invited person.
 *
 * Ends every session and logs nobody in. A person who has the link has the mailbox, so the address counts
 * as verified. Log-ins connected since the link was mailed are removed: a person who forgot the password
 * connects none, but somebody else who knows it might. Returns how many tokens ended, and whose password it is.
 */
export async function setPasswordByLink(
  parts: Pick<Parts, "stores" | "transact" | "throttle" | "passwords" | "triggers">,
  { purpose, secret, newPassword, device, nameOf }: PasswordByLink,
): Promise<
  Result<{ readonly count: number; readonly email: string }, PasswordProblem | "link_ended">
> {
  const found = await parts.stores.tokens.findByHash(hashSecret(secret))
  if (!found || !isUsable(found, purpose)) return fail("link_ended")
  const { id: userId } = found.owner
  const problem = passwordProblem(newPassword, found.owner, parts.passwords.minimumLength)
  if (problem) return fail(problem)
  const newHash = await hashPassword(newPassword)

  const reset = await parts.transact(async (stores, now) => {
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
    const rule = parts.triggers.password_reset
    const { told } = await endByTrigger(tokens, rule, target, revocation)
    const by = { userId, address: device.address ?? null }
    if (purpose === "invitation") {
      await audit.append(entryOf(by, { action: "accept_invitation", ...told }))
    } else {
      const providers = await removeProviders(stores, userId, link.issuedAt, nameOf)
      await audit.append(entryOf(by, { action: "reset_password", ...told, ...providers.told }))
      const facts = { ...device, at: now.toISOString(), ...providers.mailed }
      await outbox.add({ kind: "password_changed", to: person.email, facts })
    }
    return ok({ count: told.count, email: person.email })
  })
  if (!reset.ok) return reset
  await parts.throttle.clear(reset.value.email)
  return reset
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
