import { connection } from "./client"
import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "./listed-session"
import { poolQuery } from "./query"

const mostEnded = 100

/** A person's live sessions and those that ended in the last 90 days, the latest activity first. */
export async function listSessions(userId: string): Promise<readonly ListedSession[]> {
  const rows = await poolQuery(connection().pool)<ListedRow>(list, [userId])
  let ended = 0
  return rows.map(toListed).filter(({ status }) => status === "active" || ++ended <= mostEnded)
}

const list = {
  name: "session_list",
  text: `SELECT ${listedColumns} FROM ${listedFrom}
    WHERE t."userId" = $1::uuid AND t.purpose = 'session'
      AND coalesce(t."revokedAt", least(t."expiresAt", t."idleAt")) > now() - interval '90 days'
    ORDER BY t."lastActiveAt" DESC, t.id LIMIT 1000`,
}
