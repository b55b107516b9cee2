import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Stores } from "@/lib/users/ports/stores"
import type { Sweep } from "@/lib/users/ports/sweeps"
import { filterInWords } from "./filter-in-words"

/** How many people are mailed in one transaction. */
const toldAtOnce = 50

/**
 * The next of a sweep, in one transaction with how far it has come: what a killed process has not committed, the next
 * one does. False if there is nothing to do.
 *
 * What was previewed and has ended since keeps its end; what was opened since is no part of it.
 */
export function sweepBatch(
  { transact }: Pick<Parts, "transact">,
  id: string,
  size: number,
): Promise<boolean> {
  return transact(async (stores, now) => {
    const { sweeps, everyonesTokens } = stores
    const sweep = await sweeps.lock(id)
    if (!sweep?.confirmedAt || sweep.pausedAt || sweep.finishedAt) return false
    const tokenIds = await sweeps.next(sweep, size)
    if (tokenIds.length > 0) {
      const revocation = { at: now, reason: "revoked_by_admin", by: sweep.byId } as const
      const ended = await everyonesTokens.revoke(tokenIds, sweep.sparedId, revocation)
      await sweeps.advance(sweep, tokenIds.length, ended)
      return true
    }
    const people = sweep.isMailed ? await sweeps.untold(sweep, toldAtOnce) : []
    if (people.length > 0) await tell(stores, sweep, people, now)
    else await finishSweep(stores, sweep)
    return people.length > 0
  })
}

async function tell(
  { sweeps, outbox }: Stores,
  sweep: Sweep,
  people: readonly { readonly userId: string; readonly email: string }[],
  now: Date,
) {
  const facts = { at: now.toISOString(), ...(sweep.reason && { reason: sweep.reason }) }
  for (const { email: to } of people) await outbox.add({ kind: "sessions_revoked", to, facts })
  await sweeps.noteTold(sweep, people)
}

/** Part of a transaction: it is over, and the audit log is told what came of it. */
export async function finishSweep({ sweeps, audit }: Stores, sweep: Sweep): Promise<void> {
  await sweeps.finish(sweep.id)
  const { id, byId, operator, address, query, found, ended, told } = sweep
  const filter = filterInWords(query)
  const details = {
    ...{ act: id, filter, previewed: found, mailed: told },
    ...(operator && { by: "operator", operator }),
  }
  const by = byId ? { userId: byId, address } : null
  const act = { action: "sweep", targetId: null, reason: "revoked_by_admin", count: ended } as const
  await audit.append(entryOf(by, { ...act, details }))
}
