import type { Retention } from "log-out-everywhere"
import { type Expunged as ExpungedByAddOn, expungeSteps } from "log-out-everywhere/postgres"
import type pg from "pg"
import { alone } from "./alone"
import type { Pooled } from "./query"
import { closeRefusals } from "./refusal-counts"

/** How many rows went, by what they were. */
export type Expunged = ExpungedByAddOn & Readonly<Record<(typeof own)[number]["what"], number>>

const lock = 4_713_083

const batch = 1_000

/**
 * Deletes what ended longer ago than it is kept, and shortens the addresses of the rest, in batches. Null where
 * another process is at it.
 */
export function expunge(connection: Pooled, retention: Retention): Promise<Expunged | null> {
  return alone(connection, lock, async (client) => {
    await closeRefusals(connection)
    const counts = []
    for (const { what, text, kept } of [...expungeSteps, ...own]) {
      const keptMs = kept ? retention[kept] : 0
      counts.push([what, await inBatches(client, text, keptMs)] as const)
    }
    return Object.fromEntries(counts) as Expunged
  })
}

async function inBatches(client: pg.PoolClient, text: string, keptMs: number): Promise<number> {
  let total = 0
  for (;;) {
    const { rows } = await client.query<{ expunged: number }>(text, [keptMs, batch])
    const expunged = rows[0]?.expunged ?? 0
    total += expunged
    if (expunged < batch) return total
  }
}

/** The rows of a table of which a condition holds, with `cutoff` for the moment before which they go. */
const deleting = (table: string, key: string, condition: string) =>
  `WITH expunged AS (
     DELETE FROM "${table}" WHERE ${key} IN (
       SELECT ${key} FROM "${table}", (SELECT now() - $1 * interval '1 millisecond' AS cutoff) AS kept
       WHERE ${condition} LIMIT $2)
     RETURNING 1)
   SELECT count(*)::int AS expunged FROM expunged`

const own = [
  {
    what: "signUpLinks",
    kept: "endedMs",
    text: deleting("SignUpLink", "hash", `"expiresAt" < cutoff`),
  },
  {
    what: "mails",
    kept: "endedMs",
    // One that was given up is tried for days only, so it is about as old as its end. One that waits for
    // a mail server since then says nothing that anybody still needs.
    text: deleting("OutboxMail", "id", `coalesce("sentAt", "createdAt") < cutoff`),
  },
  {
    what: "previews",
    kept: null,
    text: deleting("Sweep", "id", `"confirmedAt" IS NULL AND "madeAt" < now() - interval '1 day'`),
  },
  {
    what: "sweptTokens",
    kept: "endedMs",
    // What has ended so long ago, nobody can ask about.
    text: deleting(
      "SweptToken",
      "ctid",
      `"sweepId" IN (SELECT id FROM "Sweep" WHERE coalesce("finishedAt", "madeAt") < cutoff)`,
    ),
  },
  {
    what: "sweeps",
    kept: "auditMs",
    text: deleting("Sweep", "id", `"madeAt" < cutoff`),
  },
  {
    what: "rateLimits",
    kept: null,
    // A process of an older version counts some without an end.
    text: deleting(
      "RateLimit",
      "key",
      `expire IS NULL OR expire < extract(epoch FROM cutoff) * 1000`,
    ),
  },
  {
    what: "hourlyCounts",
    kept: "auditMs",
    text: deleting("HourlyCount", "ctid", "hour < cutoff"),
  },
  {
    what: "auditEvents",
    kept: "auditMs",
    text: `SELECT expunge_audit(now() - $1 * interval '1 millisecond', $2) AS expunged`,
  },
] as const
