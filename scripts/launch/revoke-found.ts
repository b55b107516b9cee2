/** `npm run sessions -- revoke`: previews, asks, and ends it in this process. */
import { setTimeout as sleep } from "node:timers/promises"
import type { Connection } from "@/lib/db/client"
import { prepareSweep } from "@/lib/db/desk/prepare-sweep"
import { partsOn } from "@/lib/db/parts"
import { workOn } from "@/lib/db/sweep-worker"
import type { TokenQuery } from "@/lib/names/token-filter"
import { countsOf } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { confirmSweepAsOperator } from "@/lib/users/admin/operator-desk"
import type { Parts } from "@/lib/users/ports/parts"
import type { Sweep } from "@/lib/users/ports/sweeps"
import { demandYes } from "./operator"
import { answer, nothingFound } from "./session-lines"
import { type ActOptions, demandReason, filterFrom } from "./session-options"

/** `reason` is why it is done, and not why something had ended. */
export type RevokeOptions = Omit<TokenQuery, "reason" | "status"> & ActOptions

export async function revokeFound(connection: Connection, options: RevokeOptions): Promise<void> {
  const t = words("sweep")
  const { reason: why, operator, yes = false, email: isMailed = false, json, dryRun } = options
  const { query, filter } = await filterFrom(connection, { ...options, reason: undefined })
  const asked = { byId: null, operator, sparedId: null, address: null }
  const made = await prepareSweep(connection, { query, filter, ...asked })
  if (!made.ok) return nothingFound(t("nothingFound"))
  const parts = partsOn(connection)
  const id = made.value
  try {
    const { found, summary } = await read(parts, id)
    const people = t("peopleCount", { count: summary.people })
    const what = `${countsOf(summary.purposes)}, ${people}`
    if (!json) console.log(`Found: ${what}.`)
    else if (dryRun) console.log(JSON.stringify({ found, ...summary }))
    if (dryRun) return

    const reason = demandReason(why)
    await demandYes(`This ends ${what}, and can't be undone. Go ahead?`, yes)
    const confirmed = await confirmSweepAsOperator(parts, operator, { id, reason, isMailed })
    if (!confirmed.ok) throw new Error(t(`failures.${confirmed.failure}`))
    const { ended } = await untilFinished(connection, parts, id)
    const facts = { act: id, found, ended, people: summary.people }
    answer(json, facts, t("result", { ended, found, others: found - ended }))
  } finally {
    await parts.stores.sweeps.discard(id)
  }
}

async function untilFinished(connection: Connection, parts: Parts, id: string): Promise<Sweep> {
  for (;;) {
    // Another process may have been quicker, and is at it.
    const isOurs = await workOn(connection, parts, id)
    const sweep = await read(parts, id)
    if (sweep.finishedAt) return sweep
    if (sweep.pausedAt) throw new Error(words("sweep")("states.paused"))
    if (!isOurs) await sleep(200)
  }
}

async function read({ stores }: Parts, id: string): Promise<Sweep> {
  const sweep = await stores.sweeps.find(id)
  if (!sweep) throw new Error(words("sweep")("failures.not_found"))
  return sweep
}
