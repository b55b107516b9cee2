import { fail, ok, type Result, type RevocationCount } from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import { endInScope } from "@/lib/users/ending"
import { consumeLink } from "@/lib/users/mailed-link"
import type { Parts } from "@/lib/users/ports/parts"
import { type ProviderName, removeProviders } from "./remove-providers"
import { mailPasswordReset } from "./start-password-reset"

const laterLinks = ["email_change_undo", "report"] as const

export interface Undoing {
  readonly secret: string
  readonly address: string | null
  readonly nameOf: ProviderName
}

/**
 * Gives the account its old address back, ends everything, the password too, and mails a link to
 * choose a new one: the person who changed the address may know the old password, and would use it before
 * the owner does.
 *
 * Log-ins connected since are removed, and those of as long a time before the change as the link works
 * after it. What was connected earlier was mailed to the owner long enough ago.
 *
 * Later links to undo end too, and those of "This wasn't me". A hijacker who took the account over
 * and changed the address twice has them in the hijacker's mailbox: one brings that mailbox back, the other
 * ends the owner's sessions. Earlier links are the owner's.
 */
export function undoEmailChange(
  { transact, policy, logOutEverywhere }: Pick<Parts, "transact" | "policy" | "logOutEverywhere">,
  { secret, address, nameOf }: Undoing,
): Promise<Result<{ email: string; ended: RevocationCount }, "link_ended" | "email_taken">> {
  return transact(async (stores, now) => {
    const { users, tokens, audit } = stores
    const consumed = await consumeLink(stores, "email_change_undo", secret, now)
    if (!consumed.ok) return consumed
    const { link, owner } = consumed.value
    const { userId } = owner
    const email = link.data?.email
    if (!email) return fail("link_ended")
    if (!(await users.setEmail(userId, email, now))) return fail("email_taken")

    const revocation = { at: now, reason: "reported", by: userId } as const
    const scope = { kind: "everywhere", purposes: logOutEverywhere.purposes } as const
    const { ended, told } = await endInScope(tokens, userId, scope, revocation)
    const { issuedAt: issuedAfter, expiresAt } = link
    const later = { kind: "everywhere", purposes: laterLinks, issuedAfter } as const
    await tokens.revoke(userId, later, revocation)
    await users.replacePasswordHash(userId, owner.passwordHash, null)
    const since = new Date(2 * +issuedAfter - +expiresAt)
    const providers = await removeProviders(stores, userId, since, nameOf)
    const act = { action: "undo_email_change", ...told, ...providers.told } as const
    await audit.append(entryOf({ userId, address }, act))
    await mailPasswordReset(stores, policy, { id: userId, email }, now, providers.mailed)
    return ok({ email, ended })
  })
}
