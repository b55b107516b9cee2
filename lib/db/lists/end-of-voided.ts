import { connection } from "@/lib/db/client"
import { poolQuery } from "@/lib/db/query"

/** How a session ended if its row bears no reason. */
export type EndOfVoided = "idle" | "expired" | "everyone_logged_out" | "ended"

/** Whether the session had gone idle or expired by itself, or ended with everyone's. */
export async function endOfVoided(tokenId: string): Promise<EndOfVoided> {
  const [row] = await poolQuery(connection().pool)<{ end: EndOfVoided }>(find, [tokenId])
  return row?.end ?? "ended"
}

const find = {
  name: "token_end_of_voided",
  text: `SELECT CASE WHEN "isVoided" THEN 'everyone_logged_out'
      WHEN status IN ('idle', 'expired') THEN status ELSE 'ended' END AS "end"
    FROM log_out_everywhere.token_status WHERE id = $1::uuid`,
}
