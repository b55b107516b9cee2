import { connection } from "./client"
import { poolQuery } from "./query"
import { isVoided, joinEnds, statusAt } from "./shown-status"

/** How a session is over that bears no reason of its own. */
export type EndOfVoided = "idle" | "expired" | "everyone_logged_out" | "ended"

/** Whether the session had gone idle or expired by itself, or ended with everyone's. */
export async function endOfVoided(tokenId: string): Promise<EndOfVoided> {
  const [row] = await poolQuery(connection().pool)<{ end: EndOfVoided }>(find, [tokenId])
  return row?.end ?? "ended"
}

const find = {
  name: "token_end_of_voided",
  text: `SELECT CASE WHEN ${isVoided} THEN 'everyone_logged_out'
      WHEN ${statusAt("now()")} IN ('idle', 'expired') THEN ${statusAt("now()")} ELSE 'ended' END AS "end"
    FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
    ${joinEnds} WHERE t.id = $1::uuid`,
}
