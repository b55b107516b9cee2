import { type Retention, standardAddressMs } from "../core/authentication-options.ts"
import { endedWithEpoch, joinEpochEnd, schema } from "./judgement.ts"
import type { Query } from "./query.ts"

/** One kind of rows that go when they have had their time, or lose what has. */
export interface ExpungeStep {
  /** What the rows are. */
  readonly what:
    | "tokens"
    | "tokensOfEndedEpochs"
    | "surplusTokens"
    | "endedGenerations"
    | "endedEpochs"
    | "addresses"
  /** For how long they are kept after their end; null for those that are not. */
  readonly kept: "endedMs" | "addressMs" | null
  /** Reaches at most `$2` rows that ended more than `$1` milliseconds ago, and says how many as `expunged`. */
  readonly text: string
}

/** How many rows went, by what they were. */
export type Expunged = Readonly<Record<ExpungeStep["what"], number>>

/**
 * Deletes what ended longer ago than it is kept, and shortens the addresses of the rest, in batches of 1,000 that commit by themselves: the work is
 * never lost, and never blocks anybody for long. Takes a query outside any transaction.
 */
export async function expunge(
  query: Query,
  { endedMs, addressMs = standardAddressMs }: Pick<Retention, "endedMs"> & Partial<Retention>,
): Promise<Expunged> {
  const counts: Partial<Record<ExpungeStep["what"], number>> = {}
  const keptMs = { endedMs, addressMs }
  for (const { what, kept, text } of expungeSteps) {
    for (let last = batch; last === batch; ) {
      const values = [kept ? keptMs[kept] : 0, batch]
      const [row] = await query<{ expunged: number }>({ text }, values)
      last = row?.expunged ?? 0
      counts[what] = (counts[what] ?? 0) + last
    }
  }
  return counts as Expunged
}

const batch = 1_000

/** The rows of a table of which a condition holds, with `cutoff` for the moment before which they go. */
const deleting = (table: string, key: string, condition: string, from = `${schema}.${table}`) =>
  `WITH expunged AS (
     DELETE FROM ${schema}.${table} WHERE (${key}) IN (
       SELECT ${key} FROM ${from}, (SELECT now() - $1 * interval '1 millisecond' AS cutoff) AS kept
       WHERE ${condition} LIMIT $2)
     RETURNING 1)
   SELECT count(*)::int AS expunged FROM expunged`

const ownEnd = `coalesce(t."revokedAt", least(t."expiresAt", t."idleAt"))`
/** Also of a token that its owner's epoch left behind. */
const end = `coalesce(e.at, ${ownEnd})`

/** Ended tokens of one purpose that are kept of one person: a program that logs in all day leaves no more. */
const maxEnded = 1_000

/** The bits of an address that name its network, and no household in it. */
const networkOf = (address: string) => `CASE family(${address}) WHEN 4 THEN 24 ELSE 48 END`

/** What `expunge` does, in this order, for an app that has other rows to delete beside them. */
export const expungeSteps: readonly ExpungeStep[] = [
  {
    what: "tokens",
    kept: "endedMs",
    text: deleting("token", "id", `${ownEnd} < cutoff`, `${schema}.token t`),
  },
  {
    what: "tokensOfEndedEpochs",
    kept: "endedMs",
    text: deleting(
      "token",
      "id",
      "e.at < cutoff",
      `${schema}.ended_epoch e JOIN ${schema}.token t ON ${endedWithEpoch}`,
    ),
  },
  {
    what: "surplusTokens",
    kept: null,
    text: deleting(
      "token",
      "id",
      `id IN (
        SELECT surplus.id FROM (
          SELECT t."userId", t.purpose FROM ${schema}.token t ${joinEpochEnd} WHERE ${end} < now()
          GROUP BY t."userId", t.purpose HAVING count(*) > ${maxEnded}) AS crowd,
        LATERAL (
          SELECT t.id FROM ${schema}.token t ${joinEpochEnd}
          WHERE t."userId" = crowd."userId" AND t.purpose = crowd.purpose AND ${end} < now()
          ORDER BY ${end} DESC OFFSET ${maxEnded}) AS surplus)`,
    ),
  },
  {
    what: "endedGenerations",
    kept: "endedMs",
    // As long as a token bears it, lists ask when it ended.
    text: deleting(
      "ended_generation",
      "id",
      `at < cutoff AND NOT EXISTS (SELECT FROM ${schema}.token t
        WHERE t.purpose = ended_generation.purpose AND t."realmGeneration" = generation)`,
    ),
  },
  {
    what: "endedEpochs",
    kept: "endedMs",
    text: deleting(
      "ended_epoch",
      `"userId", epoch`,
      `at < cutoff AND NOT EXISTS (SELECT FROM ${schema}.token t
        WHERE t."userId" = ended_epoch."userId" AND t.epoch = ended_epoch.epoch)`,
    ),
  },
  {
    what: "addresses",
    kept: "addressMs",
    text: `WITH expunged AS (
     UPDATE ${schema}.token SET address = network(set_masklen(address, ${networkOf("address")})) WHERE id IN (
       SELECT t.id FROM ${schema}.token_status t
       WHERE masklen(t.address) > ${networkOf("t.address")}
         AND least(t."endsAt", t."voidedAt") < now() - $1 * interval '1 millisecond' LIMIT $2)
     RETURNING 1)
   SELECT count(*)::int AS expunged FROM expunged`,
  },
]
