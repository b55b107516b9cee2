import type { Retention } from "log-out-everywhere"
import type pg from "pg"
import { alone } from "@/lib/db/alone"
import type { Pooled } from "@/lib/db/query"
import { begun, ended, failed, live } from "./counting"

/** The hours that were counted: from the beginning of the first to the end of the last. */
export interface RolledUp {
  readonly from: Date
  readonly until: Date
}

const lock = 4_713_084

/**
 * Counts what happened in each hour that is over and was not counted yet, and what is live now. Null where there
 * is no such hour, and where another process is at it.
 *
 * The hours are read from the rows themselves and written over what was there, so that doing it twice does no
 * harm. After a stop it goes back as far as ended sessions are kept. The last hour before is counted a second
 * time: a transaction may have committed in it after it was counted.
 */
export function rollUp(
  connection: Pooled,
  retention: Pick<Retention, "endedMs">,
): Promise<RolledUp | null> {
  return alone(connection, lock, async (client) => {
    const { rows } = await client.query<RolledUp & { isDue: boolean }>(due, [retention.endedMs])
    const [span] = rows
    if (!span?.isDue) return null
    await client.query("BEGIN")
    await write(client, span)
    await client.query("COMMIT")
    return { from: span.from, until: span.until }
  })
}

/** What is live has one hour, the last that was counted: by it the next time knows where to begin. */
async function write(client: pg.PoolClient, { from, until }: RolledUp): Promise<void> {
  await client.query(`DELETE FROM "HourlyCount" WHERE hour >= $1 OR measure = 'live'`, [from])
  for (const counting of [begun, ended, failed]) {
    await client.query(`${insert} ${counting}`, [from, until])
  }
  await client.query(`${insert} ${live}`, [until])
}

const insert = `INSERT INTO "HourlyCount" (measure, kind, hour, part, count)`

const due = `
  SELECT greatest(counted.hour, date_trunc('hour', now() - $1 * interval '1 ms')) AS "from", until,
    coalesce(counted.hour + interval '1 hour' < until, true) AS "isDue"
  FROM (SELECT max(hour) AS hour FROM "HourlyCount" WHERE measure = 'live') AS counted,
    (SELECT date_trunc('hour', now()) AS until) AS over`
