import { fail, ok, type Result } from "log-out-everywhere"
import { patiently } from "@/lib/db/alone"
import { binder } from "@/lib/db/lists/keyset"
import type { Pooled } from "@/lib/db/query"
import type { TokenFilter } from "@/lib/names/token-filter"
import type { Sweep } from "@/lib/users/ports/sweeps"
import { matching } from "./matching"

interface SweepWish extends Pick<Sweep, "query" | "byId" | "operator" | "sparedId" | "address"> {
  /** What the query says. */
  readonly filter: TokenFilter
}

/** A million take half a minute. */
const patienceMs = 120_000

/** How many people are named. */
const named = 5

/**
 * Freezes what a filter finds of live tokens, the most recently used first, and answers the id of the sweep. Nothing
 * ends by it. `nothing_found`: nothing was kept.
 */
export function prepareSweep(
  on: Pooled,
  { query, filter, byId, operator, sparedId, address }: SweepWish,
): Promise<Result<string, "nothing_found">> {
  return patiently(on, patienceMs, async (client) => {
    await client.query(`BEGIN; SET LOCAL jit = off; SET LOCAL random_page_cost = 1.1`)
    const made = [byId, operator, sparedId, address, JSON.stringify(query)]
    const { rows } = await client.query<{ id: string }>(makeSweep, made)
    const id = rows[0]?.id ?? ""
    const { bind, values } = binder()
    const members = `INSERT INTO "SweptToken" ("sweepId", place, "tokenId")
      SELECT ${bind(id)}::uuid, row_number() OVER (ORDER BY t."lastActiveAt" DESC, t.id), t.id
      ${matching(filter, bind)} AND t."isLive" AND t.id IS DISTINCT FROM ${bind(sparedId)}::uuid`
    const { rowCount } = await client.query(members, values)
    if (!rowCount) {
      await client.query("ROLLBACK")
      return fail("nothing_found")
    }
    await client.query(summarize, [id, byId, named, rowCount])
    await client.query("COMMIT")
    return ok(id)
  })
}

const makeSweep = `INSERT INTO "Sweep" ("byId", operator, "sparedId", address, query)
  VALUES ($1::uuid, $2, $3::uuid, $4, $5::jsonb) RETURNING id`

const counted = (
  rows: string,
) => `coalesce((SELECT jsonb_agg(jsonb_build_object('userId', "userId", 'tokens', tokens)
  ORDER BY tokens DESC, "userId") FROM (${rows}) AS counted), '[]')`

const summarize = `WITH found AS MATERIALIZED (
    SELECT t."userId", t.purpose, count(*)::int AS tokens FROM "SweptToken" s JOIN log_out_everywhere.token t ON t.id = s."tokenId"
    WHERE s."sweepId" = $1::uuid GROUP BY 1, 2),
  people AS (SELECT "userId", sum(tokens)::int AS tokens FROM found GROUP BY 1)
  UPDATE "Sweep" SET found = $4::int, summary = jsonb_build_object(
    'purposes', (SELECT jsonb_object_agg(purpose, tokens) FROM (SELECT purpose, sum(tokens) AS tokens FROM found GROUP BY 1) p),
    'people', (SELECT count(*) FROM people),
    'most', ${counted(`SELECT * FROM people ORDER BY tokens DESC, "userId" LIMIT $3::int`)},
    'administrators', ${counted(`SELECT people.* FROM people JOIN "User" u ON u.id = "userId"
      WHERE u.role = 'admin' AND u.id IS DISTINCT FROM $2::uuid ORDER BY tokens DESC LIMIT 20`)})
  WHERE id = $1::uuid`
