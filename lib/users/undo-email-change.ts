import {
  fail,
  logOutEverywhere,
  ok,
  type Result,
  type TokenPolicy,
  type TokenPurpose,
  totalOf,
} from "@/lib/tokens"
import { consumeLink } from "./mailed-link"
import { mailPasswordReset } from "./start-password-reset"
import type { TransactStores } from "./stores"

/**
 * Gives the account its old address back, ends everything, and mails a link to choose a new password:
 * whoever changed the address may know the old one.
 *
 * Later links to undo end too. Somebody who took the account over and changed the address twice has one
 * in a mailbox of their own, and it would bring that mailbox back. Earlier links are the owner's.
 */
export function undoEmailChange(
  transact: TransactStores,
  policy: TokenPolicy,
  { secret, address }: { readonly secret: string; readonly address: string | null },
  purposes: readonly TokenPurpose[],
): Promise<Result<{ email: string; ended: number }, "link_ended" | "email_taken">> {
  return transact(async (stores, now) => {
    const { users, tokens, audit } = stores
    const consumed = await consumeLink(stores, "email_change_undo", secret, now)
    if (!consumed.ok) return consumed
    const { userId } = consumed.value.owner
    const email = consumed.value.link.data?.email
    if (!email) return fail("link_ended")
    if (!(await users.setEmail(userId, email, now))) return fail("email_taken")

    const revocation = { at: now, reason: "reported", by: userId } as const
    const scope = { kind: "everywhere", purposes } as const
    const ended = totalOf(await logOutEverywhere(tokens, userId, scope, revocation))
    const { issuedAt: issuedAfter } = consumed.value.link
    const later = { kind: "everywhere", purposes: ["email_change_undo"], issuedAfter } as const
    await tokens.revoke(userId, later, revocation)
    await audit.append({
      action: "undo_email_change",
      actorId: userId,
      targetId: userId,
      address,
      reason: "reported",
      scope: "everywhere",
      count: ended,
    })
    await mailPasswordReset(stores, policy, { id: userId, email }, now)
    return ok({ email, ended })
  })
}
