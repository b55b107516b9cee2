import type { Token, TokenPurpose } from "../core/token.ts"
import { liveAt, ownerAndRealm, schema } from "./judgement.ts"
import type { Layout } from "./layout.ts"
import type { Query } from "./query.ts"
import { type TokenRow, tokenColumns, toToken } from "./token-row.ts"

/** `TokenDatabase.liveTokens` for one users table. */
export function liveTokensFor({ type }: Layout) {
  // As JSON, since Prisma's driver and pg read instants differently.
  const statement = {
    name: "loe_live_tokens",
    text: `SELECT row_to_json(l) AS token FROM (
      SELECT ${tokenColumns} FROM ${schema}.token t, ${ownerAndRealm}
        AND t."userId" = $1::${type} AND t.purpose = $2::text AND ${liveAt("now()")}
      ORDER BY t."lastActiveAt" DESC, t.id LIMIT $3::int) l`,
  }
  return (query: Query) =>
    async (userId: string, purpose: TokenPurpose, max: number): Promise<readonly Token[]> => {
      const rows = await query<{ token: TokenRow }>(statement, [userId, purpose, max])
      return rows.map(({ token }) => toToken(token))
    }
}
