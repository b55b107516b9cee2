import { setTimeout as sleep } from "node:timers/promises"
import type { PoolClient } from "pg"
import type { Logger } from "pino"
import { errorFacts } from "@/lib/error-facts"
import { sweepBatch } from "@/lib/users/admin/sweep/sweep-batch"
import type { Parts } from "@/lib/users/ports/parts"
import { patiently } from "./alone"
import type { Pooled } from "./query"

/** As many rows as one transaction may hold, and as long as it should take: less while others are at work. */
const [minRows, maxRows, batchMs, sharedMs] = [100, 2_000, 50, 25] as const
/** What was confirmed in another process, or left behind by one that is gone, is found this late at most. */
const lookMs = 5_000

/** Locks of this kind are of sweeps. */
const lockKind = 4_713_084

/**
 * Works on a sweep until it is done, paused or stopped. False where another process is at it.
 *
 * A lock of the session, not of a transaction: it is gone with the process, and each batch commits by itself. While
 * others are at work in the database it waits after a batch for as long as the batch took, so that people who log in
 * have their turn.
 */
export function workOn(
  on: Pooled,
  parts: Pick<Parts, "transact">,
  id: string,
  signal?: AbortSignal,
): Promise<boolean> {
  return patiently(on, 0, async (client) => {
    const { rows } = await client.query<{ got: boolean }>(
      "SELECT pg_try_advisory_lock($1, hashtext($2)) AS got",
      [lockKind, id],
    )
    if (!rows[0]?.got) return false
    let size: number = minRows
    while (!signal?.aborted) {
      const startedAt = performance.now()
      if (!(await sweepBatch(parts, id, size))) break
      const tookMs = performance.now() - startedAt
      const isBusy = await isShared(client)
      const growth = Math.min(2, (isBusy ? sharedMs : batchMs) / tookMs)
      size = Math.round(Math.min(maxRows, Math.max(minRows, size * growth)))
      if (isBusy) await sleep(tookMs)
    }
    return true
  })
}

/** Whether others are at work in this database right now. */
async function isShared(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_stat_activity
       WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()) AS is`,
  )
  return rows[0]?.is ?? false
}

/** Works on what is confirmed, in this process, until it is stopped. What goes wrong is logged, and tried again. */
export function workOnSweeps(
  connection: Pooled,
  parts: Pick<Parts, "transact" | "stores">,
  log: Pick<Logger, "error">,
): { readonly nudge: () => void; readonly stop: () => Promise<void> } {
  const stopped = new AbortController()
  let wake = () => {}

  async function work() {
    while (!stopped.signal.aborted) {
      const nudged = new Promise<void>((resolve) => {
        wake = resolve
      })
      try {
        for (const id of await parts.stores.sweeps.waiting()) {
          await workOn(connection, parts, id, stopped.signal)
        }
      } catch (error) {
        log.error({ error: errorFacts(error) }, "a bulk revocation waits for its next try")
      }
      const pause = new AbortController()
      await Promise.race([nudged, sleep(lookMs, undefined, { signal: pause.signal, ref: false })])
      pause.abort()
    }
  }

  const working = work()
  return {
    nudge: () => wake(),
    async stop() {
      stopped.abort()
      wake()
      await working
    },
  }
}
