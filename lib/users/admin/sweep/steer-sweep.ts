import { fail, ok, type Result } from "log-out-everywhere"
import { asAdministrator } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Sweep } from "@/lib/users/ports/sweeps"
import type { Actor } from "@/lib/users/ports/user"
import { filterInWords } from "./filter-in-words"
import { finishSweep } from "./sweep-batch"

export interface SweepConfirmation {
  readonly id: string
  /** What the people are told. */
  readonly reason: string
  readonly isMailed: boolean
}

/** `not_found`: it was discarded, or another administrator's. `changed_meanwhile`: it was not where the page had it. */
type Steered = Promise<Result<null, "session_ended" | "not_found" | "changed_meanwhile">>

/** Has what was previewed ended, by whichever process comes first. The one who previewed it alone may. */
export function confirmSweep(
  parts: Pick<Parts, "transact">,
  by: Actor,
  { id, reason, isMailed }: SweepConfirmation,
): Steered {
  return asAdministrator(parts, by, async ({ sweeps, audit }) => {
    const sweep = await sweeps.lock(id)
    if (!sweep || sweep.byId !== by.userId) return fail("not_found")
    if (sweep.confirmedAt) return fail("changed_meanwhile")
    await sweeps.confirm(id, reason, isMailed)
    const details = { act: id, filter: filterInWords(sweep.query), previewed: sweep.found }
    const told = { reason: "revoked_by_admin", details } as const
    await audit.append(entryOf(by, { action: "begin_sweep", targetId: null, ...told }))
    return ok(null)
  })
}

export const pauseSweep = (parts: Pick<Parts, "transact">, by: Actor, id: string): Steered =>
  steer(parts, by, id, isRunning, ({ sweeps }) => sweeps.setPaused(id, true))

export const resumeSweep = (parts: Pick<Parts, "transact">, by: Actor, id: string): Steered =>
  steer(parts, by, id, isPaused, ({ sweeps }) => sweeps.setPaused(id, false))

/** Before it was confirmed nothing is left of it. Once paused, what has not ended goes on, and the rest is told as done. */
export const discardSweep = (parts: Pick<Parts, "transact">, by: Actor, id: string): Steered =>
  steer(
    parts,
    by,
    id,
    (sweep) => !sweep.confirmedAt || isPaused(sweep),
    (stores, sweep) =>
      sweep.confirmedAt ? finishSweep(stores, sweep) : stores.sweeps.discard(sweep.id),
  )

const isRunning = ({ confirmedAt, pausedAt, finishedAt }: Sweep) =>
  confirmedAt !== null && pausedAt === null && finishedAt === null

const isPaused = ({ pausedAt, finishedAt }: Sweep) => pausedAt !== null && finishedAt === null

function steer(
  parts: Pick<Parts, "transact">,
  by: Actor,
  id: string,
  isReady: (sweep: Sweep) => boolean,
  work: (stores: Parts["stores"], sweep: Sweep) => Promise<void>,
): Steered {
  return asAdministrator(parts, by, async (stores) => {
    const sweep = await stores.sweeps.lock(id)
    if (!sweep) return fail("not_found")
    if (!isReady(sweep)) return fail("changed_meanwhile")
    await work(stores, sweep)
    return ok(null)
  })
}
