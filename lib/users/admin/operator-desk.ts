/** What an operator ends at the machine itself, for the day when no page can be had. The audit log bears their name. */
import {
  type EndablePurpose,
  fail,
  ok,
  type Result,
  type RevocationCount,
  type TokenPurpose,
} from "log-out-everywhere"
import { filterInWords } from "@/lib/users/admin/sweep/filter-in-words"
import type { SweepConfirmation } from "@/lib/users/admin/sweep/steer-sweep"
import { entryOf } from "@/lib/users/audit-entry"
import { endInScope } from "@/lib/users/ending"
import type { Parts } from "@/lib/users/ports/parts"
import { countEnded } from "./count-ended"

const detailsOf = (operator: string) => ({ by: "operator", operator }) as const

/** Has what was previewed at this machine ended. `changed_meanwhile`: it was discarded, or begun. */
export function confirmSweepAsOperator(
  { transact }: Pick<Parts, "transact">,
  operator: string,
  { id, reason, isMailed }: SweepConfirmation,
): Promise<Result<null, "changed_meanwhile">> {
  return transact(async ({ sweeps, audit }) => {
    const sweep = await sweeps.lock(id)
    if (!sweep || sweep.confirmedAt) return fail("changed_meanwhile")
    await sweeps.confirm(id, reason, isMailed)
    const filter = filterInWords(sweep.query)
    const details = { act: id, filter, previewed: sweep.found, ...detailsOf(operator) }
    const told = { reason: "revoked_by_admin", details } as const
    await audit.append(entryOf(null, { action: "begin_sweep", ...told }))
    return ok(null)
  })
}

/** Logs one person out everywhere, and mails them if they are to know. */
export function logUserOutAsOperator(
  { transact }: Pick<Parts, "transact">,
  operator: string,
  userId: string,
  { purposes, reason, isMailed }: OperatorLogOut,
): Promise<Result<RevocationCount, "not_found">> {
  return transact(async ({ users, tokens, audit, outbox }, now) => {
    const user = await users.lock(userId)
    if (!user) return fail("not_found")
    const revocation = { at: now, reason: "revoked_by_admin", by: null } as const
    const scope = { kind: "everywhere", purposes } as const
    const { ended, told } = await endInScope(tokens, userId, scope, revocation)
    const details = { ...detailsOf(operator), ...(isMailed && { mailedReason: "given" }) }
    const act = { action: "log_out_everywhere", targetId: userId, ...told, details } as const
    await audit.append(entryOf(null, act))
    if (isMailed && told.count > 0) {
      const facts = { at: now.toISOString(), reason }
      await outbox.add({ kind: "logged_out_by_admin", to: user.email, facts })
    }
    return ok(ended)
  })
}

interface OperatorLogOut {
  readonly purposes: readonly EndablePurpose[]
  readonly reason: string
  readonly isMailed: boolean
}

/** Ends everyone's tokens of these purposes. Returns how many ended, or null where nobody could count. */
export async function logEveryoneOutAsOperator(
  parts: Pick<Parts, "stores" | "transact">,
  operator: string,
  purposes: readonly TokenPurpose[],
  reason: string | null,
): Promise<RevocationCount | null> {
  const generations = await parts.transact(async ({ users, everyonesTokens, audit }) => {
    await users.lockAdministrators()
    const ended = await everyonesTokens.raiseGenerations(purposes, null, null)
    if (reason) await everyonesTokens.keepReason(ended, reason)
    const details = { purposes, ...detailsOf(operator) }
    const told = { reason: "revoked_by_admin", scope: "everywhere", details } as const
    await audit.append(entryOf(null, { action: "log_everyone_out", ...told }))
    return ended
  })
  return countEnded(parts, null, generations)
}
