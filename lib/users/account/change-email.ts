import { fail, ok, type Result, totalOf } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import { asActor } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { endByTrigger } from "@/lib/users/ending"
import { consumeLink, issueLink, replaceLinks } from "@/lib/users/mailed-link"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"

/**
 * Mails a link to the new address, by which its holder confirms it.
 *
 * An address that is somebody's already gets no mail, and the same answer, which must not tell who has an
 * account here.
 */
export function requestEmailChange(
  parts: Pick<Parts, "transact" | "policy">,
  actor: Actor,
  newEmail: string,
): Promise<Result<null, "invalid_email" | "same_email" | "session_ended">> {
  const to = parseEmail(newEmail)
  return asActor(parts, actor, async (stores, now, person) => {
    if (to === null) return fail("invalid_email")
    const { users, audit, outbox } = stores
    if (person.email === to) return fail("same_email")

    await replaceLinks(stores, person.id, "email_change", now)
    await audit.append(entryOf(actor, { action: "request_email_change" }))
    const request = { purpose: "email_change", data: { email: to } } as const
    const { secret, token } = await issueLink(stores, parts.policy, person, request, now)
    if (await users.findByEmail(to)) return ok(null)
    const facts = { oldEmail: person.email, expiresAt: token.expiresAt.toISOString() }
    await outbox.add({ kind: "email_change", to, secret, facts })
    return ok(null)
  })
}

/** Takes back a change of address that nobody has confirmed yet. */
export function cancelEmailChange(
  parts: Pick<Parts, "transact">,
  actor: Actor,
): Promise<Result<number, "session_ended">> {
  const { userId } = actor
  return asActor(parts, actor, async ({ tokens, audit }, now) => {
    const scope = { kind: "everywhere", purposes: ["email_change"] } as const
    const revocation = { at: now, reason: "revoked_by_user", by: userId } as const
    const count = totalOf(await tokens.revoke(userId, scope, revocation))
    if (count > 0) await audit.append(entryOf(actor, { action: "cancel_email_change", count }))
    return ok(count)
  })
}

export interface EmailConfirmation {
  readonly secret: string
  /** The session of the browser that confirms, where it is one of this person's. */
  readonly currentTokenId: string | null
  readonly address: string | null
}

/**
 * Gives the account its new address, and mails the old one a link that undoes it for a week.
 *
 * `email_taken`: somebody else got the address meanwhile. The link still works then.
 */
export function confirmEmailChange(
  { transact, policy, triggers }: Pick<Parts, "transact" | "policy" | "triggers">,
  { secret, currentTokenId, address }: EmailConfirmation,
): Promise<Result<{ email: string; ended: number }, "link_ended" | "email_taken">> {
  return transact(async (stores, now) => {
    const { users, tokens, audit, outbox } = stores
    const consumed = await consumeLink(stores, "email_change", secret, now)
    if (!consumed.ok) return consumed
    const { link, owner: person } = consumed.value
    const { userId } = person
    const email = link.data?.email
    if (!email) return fail("link_ended")
    if (!(await users.setEmail(userId, email, now))) return fail("email_taken")

    const revocation = { at: now, reason: "email_change", by: userId } as const
    const target = { userId, currentTokenId }
    const { told } = await endByTrigger(tokens, triggers.email_changed, target, revocation)
    await audit.append(entryOf({ userId, address }, { action: "change_email", ...told }))

    // After the trigger: whatever the policy ends with a change of address, this way back is not in it.
    const present = await users.lock(userId)
    if (!present) return fail("link_ended")
    const request = { purpose: "email_change_undo", data: { email: person.email } } as const
    const undo = await issueLink(stores, policy, present, request, now)
    const facts = { newEmail: email, expiresAt: undo.token.expiresAt.toISOString() }
    await outbox.add({ kind: "email_change_notice", to: person.email, secret: undo.secret, facts })
    return ok({ email, ended: told.count })
  })
}
