import type { Token } from "log-out-everywhere"
import { connection } from "./client"
import { poolQuery } from "./query"
import { liveAt, liveTokenColumns, type TokenRow, toToken } from "./token-row"

/** A person's live API tokens, the newest first: all of them, since `makeApiToken` allows few. */
export async function listApiTokens(userId: string): Promise<readonly Token[]> {
  return (await poolQuery(connection().pool)<TokenRow>(list, [userId])).map((row) => toToken(row))
}

const list = {
  name: "api_token_list",
  text: `SELECT ${liveTokenColumns} FROM "Token" t JOIN "User" u ON u.id = t."userId"
    JOIN "Realm" r ON r.purpose = t.purpose
    WHERE t."userId" = $1::uuid AND t.purpose = 'api' AND ${liveAt("now()")}
    ORDER BY t."issuedAt" DESC, t.id`,
}
