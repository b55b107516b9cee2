import { fail, ok, type Result, type TokenPolicy } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import { cutLine } from "@/lib/names/line"
import { asAdministrator } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { issueLink, replaceLinks } from "@/lib/users/mailed-link"
import type { Parts } from "@/lib/users/ports/parts"
import type { NewUser, Stores } from "@/lib/users/ports/stores"
import type { Actor, User } from "@/lib/users/ports/user"

export interface Invitation extends Pick<NewUser, "email" | "name" | "role"> {
  /** The inviter, as the mail names them. */
  readonly invitedBy: string
}

/** Makes an account without a password, and mails its owner a link to choose one. */
export function inviteUser(
  parts: Pick<Parts, "transact" | "policy">,
  by: Actor,
  { email, name, role, invitedBy }: Invitation,
): Promise<Result<User, "invalid_email" | "email_taken" | "session_ended">> {
  return asAdministrator(parts, by, async (stores, now) => {
    const kept = parseEmail(email)
    if (kept === null) return fail("invalid_email")
    const user = await stores.users.insert({
      email: kept,
      name: (name && cutLine(name)) || null,
      role,
      image: null,
      passwordHash: null,
      emailVerifiedAt: null,
    })
    if (!user) return fail("email_taken")
    await mailInvitation(stores, parts.policy, user, invitedBy, now)
    const act = { action: "invite_user", targetId: user.id, details: { role } } as const
    await stores.audit.append(entryOf(by, act))
    return ok(user)
  })
}

/** Mails a new link to a person who has not chosen a password yet. The old one ends. */
export function inviteAgain(
  parts: Pick<Parts, "transact" | "policy">,
  by: Actor,
  userId: string,
  invitedBy: string,
): Promise<Result<null, "not_found" | "has_password" | "session_ended">> {
  return asAdministrator(parts, by, async (stores, now) => {
    const user = await stores.users.lock(userId)
    if (!user) return fail("not_found")
    if (user.hasPassword || user.disabledAt) return fail("has_password")
    await mailInvitation(stores, parts.policy, user, invitedBy, now)
    await stores.audit.append(entryOf(by, { action: "invite_user", targetId: userId }))
    return ok(null)
  })
}

async function mailInvitation(
  stores: Stores,
  policy: TokenPolicy,
  user: User,
  invitedBy: string,
  now: Date,
): Promise<void> {
  const owner = await stores.users.lock(user.id)
  if (!owner) throw new Error("An invited person was gone in the middle of the invitation.")
  await replaceLinks(stores, user.id, "invitation", now)
  const { secret, token } = await issueLink(stores, policy, owner, { purpose: "invitation" }, now)
  const facts = { invitedBy, expiresAt: token.expiresAt.toISOString() }
  await stores.outbox.add({ kind: "invitation", to: user.email, secret, facts })
}
