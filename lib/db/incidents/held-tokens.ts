import type { Token } from "log-out-everywhere"
import { type TokenRow, tokenColumns, toToken } from "log-out-everywhere/postgres"
import { type Pooled, poolQuery } from "@/lib/db/query"

const listed = 100

/** A person's live API tokens and links, which a list of sessions does not show. */
export const heldTokensOf = async (userId: string, on?: Pooled): Promise<readonly Token[]> =>
  (await poolQuery(on)<TokenRow>(find, [userId, listed])).map((row) => toToken(row))

const find = {
  name: "held_tokens",
  text: `SELECT ${tokenColumns} FROM log_out_everywhere.token_status t
    WHERE t."userId" = $1::uuid AND t.purpose NOT IN ('session', 'browser') AND t."isLive"
    ORDER BY t.purpose, t."issuedAt" DESC, t.id LIMIT $2::int`,
}
