import {
  fail,
  type Issued,
  ok,
  type Result,
  type RevocationCount,
  type TokenPolicy,
} from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import { asAdministrator } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { endByTrigger } from "@/lib/users/ending"
import { issueLink, replaceLinks } from "@/lib/users/mailed-link"
import type { MailFacts } from "@/lib/users/ports/outbox"
import type { Parts } from "@/lib/users/ports/parts"
import type { Stores } from "@/lib/users/ports/stores"
import type { Actor } from "@/lib/users/ports/user"

/**
 * Mails a link to choose a new password, where the address is somebody's.
 *
 * Answers the same for everybody. The caller does it after its answer has gone, so that the time does
 * not tell either.
 */
export function requestPasswordReset(
  parts: Pick<Parts, "transact" | "policy">,
  email: string,
  address: string | null,
): Promise<void> {
  return parts.transact(async (stores, now) => {
    const to = parseEmail(email)
    const person = to && (await stores.users.findByEmail(to))
    if (!person || !(await mailPasswordReset(stores, parts.policy, person, now))) return
    const act = { action: "request_password_reset", targetId: person.id } as const
    await stores.audit.append(entryOf({ userId: null, address }, act))
  })
}

/** An administrator starts it. They never choose, see or set a password (ASVS 6.4.6). */
export function startPasswordReset(
  parts: Pick<Parts, "transact" | "policy" | "triggers">,
  by: Actor,
  userId: string,
): Promise<Result<RevocationCount, "not_found" | "disabled" | "session_ended">> {
  return asAdministrator(parts, by, async (stores, now) => {
    const person = await stores.users.lock(userId)
    if (!person) return fail("not_found")
    const revocation = { at: now, reason: "reset_by_admin", by: by.userId } as const
    const target = { userId, currentTokenId: null }
    const rule = parts.triggers.reset_started_by_admin
    const { ended, told } = await endByTrigger(stores.tokens, rule, target, revocation)
    if (
      !(await mailPasswordReset(stores, parts.policy, person, now, { startedBy: "administrator" }))
    ) {
      return fail("disabled")
    }
    const act = { action: "start_password_reset", targetId: userId, ...told } as const
    await stores.audit.append(entryOf(by, act))
    return ok(ended)
  })
}

/**
 * Part of a transaction: a new link takes the place of those that wait. False for a disabled person, and
 * for one who had this address no longer when the lock was there.
 */
export async function mailPasswordReset(
  stores: Stores,
  policy: TokenPolicy,
  person: { readonly id: string; readonly email: string },
  now: Date,
  why: Omit<MailFacts["password_reset"], "expiresAt"> = {},
): Promise<boolean> {
  const link = await issuePasswordReset(stores, policy, person, now)
  if (!link) return false
  const facts = { expiresAt: link.token.expiresAt.toISOString(), ...why }
  await stores.outbox.add({ kind: "password_reset", to: person.email, secret: link.secret, facts })
  return true
}

/** The same without the mail: the caller hands the link over. */
export async function issuePasswordReset(
  stores: Stores,
  policy: TokenPolicy,
  person: { readonly id: string; readonly email: string },
  now: Date,
): Promise<Issued | null> {
  const owner = await stores.users.lock(person.id)
  if (!owner || owner.isDisabled || owner.email !== person.email) return null
  await replaceLinks(stores, person.id, "password_reset", now)
  return issueLink(stores, policy, owner, { purpose: "password_reset" }, now)
}
