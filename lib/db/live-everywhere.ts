import type { RevocationCount } from "log-out-everywhere"
import { type Connection, connection } from "./client"
import { poolQuery } from "./query"
import { liveAt } from "./token-row"
import { type CountRow, toCount } from "./token-store"

/**
 * How many live tokens of each purpose there are, whoever they belong to. Counts no further than `most`:
 * the exact number of a million takes long.
 */
export async function countLiveEverywhere(
  most: number,
  { pool }: Pick<Connection, "pool"> = connection(),
): Promise<RevocationCount> {
  return toCount(await poolQuery(pool)<CountRow>(count, [most]))
}

// Without a name: planned for how far it counts.
const count = {
  text: `SELECT r.purpose, found.tokens FROM "Realm" r CROSS JOIN LATERAL (
      SELECT count(*)::int AS tokens FROM (
        SELECT FROM "Token" t JOIN "User" u ON u.id = t."userId"
        WHERE t.purpose = r.purpose AND ${liveAt("now()")} LIMIT $1::int) live) found
    WHERE found.tokens > 0`,
}
