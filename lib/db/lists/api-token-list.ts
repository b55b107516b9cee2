import type { Token } from "log-out-everywhere"
import { type TokenRow, tokenColumns, toToken } from "log-out-everywhere/postgres"
import { connection } from "@/lib/db/client"
import { poolQuery } from "@/lib/db/query"

/** A person's live API tokens, the newest first: all of them, since `makeApiToken` allows few. */
export async function listApiTokens(userId: string): Promise<readonly Token[]> {
  return (await poolQuery(connection().pool)<TokenRow>(list, [userId])).map((row) => toToken(row))
}

const list = {
  name: "api_token_list",
  text: `SELECT ${tokenColumns} FROM log_out_everywhere.token_status t
    WHERE t."userId" = $1::uuid AND t.purpose = 'api' AND t."isLive"
    ORDER BY t."issuedAt" DESC, t.id`,
}
