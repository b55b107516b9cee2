import type { Token } from "log-out-everywhere"
import { type TokenRow, tokenColumns, toToken } from "log-out-everywhere/postgres"
import { connection } from "@/lib/db/client"
import { poolQuery } from "@/lib/db/query"

/** Whatever its status, purpose and owner: for administrators. */
export async function findTokenById(id: string): Promise<Token | null> {
  const [row] = await poolQuery(connection().pool)<TokenRow>(find, [id])
  return row ? toToken(row) : null
}

const find = {
  name: "token_by_id",
  text: `SELECT ${tokenColumns} FROM log_out_everywhere.token_status t WHERE t.id = $1::uuid`,
}
