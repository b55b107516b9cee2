/**
 * What an operator does at the machine itself, for people who cannot help themselves in the app.
 *
 * Nobody is logged in there, so that the audit log names nobody, and says that it was an operator.
 */
import { fail, type Issued, ok, type Result } from "log-out-everywhere"
import { issuePasswordReset, mailPasswordReset } from "@/lib/users/account/start-password-reset"
import { entryOf } from "@/lib/users/audit-entry"
import { endByTrigger } from "@/lib/users/ending"
import type { Parts } from "@/lib/users/ports/parts"
import type { Stores } from "@/lib/users/ports/stores"
import type { LockedUser } from "@/lib/users/ports/user"

const details = { by: "operator" } as const

/** Forgets a person's failed log-ins. */
export async function unlockAsOperator(
  parts: Pick<Parts, "transact" | "throttle">,
  email: string,
): Promise<Result<{ readonly email: string }, "not_found">> {
  const unlocked = await parts.transact(async (stores) => {
    const person = await lockByEmail(stores, email)
    if (!person) return fail("not_found")
    const act = { action: "allow_log_ins", targetId: person.id, details } as const
    await stores.audit.append(entryOf(null, act))
    return ok({ email: person.email })
  })
  if (unlocked.ok) await parts.throttle.clear(unlocked.value.email)
  return unlocked
}

/**
 * Ends what a reset started by an administrator ends, and makes a link to choose a new password: null where it
 * was mailed.
 */
export function resetAsOperator(
  { transact, policy, triggers }: Pick<Parts, "transact" | "policy" | "triggers">,
  email: string,
  handOver: "by_mail" | "in_person",
): Promise<Result<Issued | null, "not_found" | "disabled">> {
  return transact(async (stores, now) => {
    const person = await lockByEmail(stores, email)
    if (!person) return fail("not_found")
    const revocation = { at: now, reason: "reset_by_admin", by: null } as const
    const target = { userId: person.id, currentTokenId: null }
    const rule = triggers.reset_started_by_admin
    const { told } = await endByTrigger(stores.tokens, rule, target, revocation)

    const link =
      handOver === "in_person" ? await issuePasswordReset(stores, policy, person, now) : null
    const why = { startedBy: "administrator" } as const
    const isOnItsWay = link ?? (await mailPasswordReset(stores, policy, person, now, why))
    if (!isOnItsWay) return fail("disabled")

    const act = { action: "start_password_reset", targetId: person.id, ...told, details } as const
    await stores.audit.append(entryOf(null, act))
    return ok(link)
  })
}

/** Has waiting mails tried again immediately, these or all, and says how many. */
export function retryMailsAsOperator(
  parts: Pick<Parts, "transact">,
  ids: readonly string[] | null,
): Promise<number> {
  return parts.transact(async ({ outbox, audit }) => {
    const count = await outbox.retry(ids)
    if (count > 0) await audit.append(entryOf(null, { action: "retry_mail", count, details }))
    return count
  })
}

/** The address as `parseEmail` spells it. */
async function lockByEmail({ users }: Stores, email: string): Promise<LockedUser | null> {
  const found = await users.findByEmail(email)
  return found && users.lock(found.id)
}
