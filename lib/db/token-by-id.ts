import type { Token } from "log-out-everywhere"
import { connection } from "./client"
import { poolQuery } from "./query"
import { joinEpochEnd, type TokenRow, tokenColumns, toToken } from "./token-row"

/** Whatever its status, purpose and owner: for administrators. */
export async function findTokenById(id: string): Promise<Token | null> {
  const [row] = await poolQuery(connection().pool)<TokenRow>(find, [id])
  return row ? toToken(row) : null
}

const find = {
  name: "token_by_id",
  text: `SELECT ${tokenColumns} FROM "Token" t ${joinEpochEnd} WHERE t.id = $1::uuid`,
}
