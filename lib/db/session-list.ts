import { type Token, type TokenStatus, tokenStatus } from "@/lib/tokens"
import { connection } from "./client"
import { poolQuery } from "./query"
import { type TokenRow, tokenColumns, toToken } from "./token-row"

export interface ListedSession {
  readonly token: Token
  readonly status: TokenStatus
  /** Who ended it: a name or an e-mail address, where that was somebody else than the owner. */
  readonly endedBy: string | null
}

const mostEnded = 100

/** A person's live sessions and those that ended in the last 90 days, the latest activity first. */
export async function listSessions(userId: string): Promise<readonly ListedSession[]> {
  const rows = await poolQuery(connection().pool)<ListedRow>(list, [userId])
  const sessions = rows.map((row): ListedSession => {
    const token = toToken(row)
    const owner = {
      id: userId,
      epoch: row.ownerEpoch,
      role: row.ownerRole,
      isDisabled: row.isDisabled,
    }
    return {
      token,
      status: tokenStatus(token, owner, row.generation, row.now),
      endedBy: row.endedBy,
    }
  })
  let ended = 0
  return sessions.filter(({ status }) => status === "active" || ++ended <= mostEnded)
}

interface ListedRow extends TokenRow {
  ownerEpoch: number
  ownerRole: string
  isDisabled: boolean
  generation: number
  endedBy: string | null
  now: Date
}

const list = {
  name: "session_list",
  text: `SELECT ${tokenColumns}, u.epoch AS "ownerEpoch", u.role AS "ownerRole", r.generation, now() AS now,
      u."disabledAt" IS NOT NULL AS "isDisabled",
      CASE WHEN by.id <> u.id THEN coalesce(by.name, by.email) END AS "endedBy"
    FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
    LEFT JOIN "User" by ON by.id = t."revokedById"
    WHERE t."userId" = $1::uuid AND t.purpose = 'session'
      AND coalesce(t."revokedAt", least(t."expiresAt", t."idleAt")) > now() - interval '90 days'
    ORDER BY t."lastActiveAt" DESC, t.id LIMIT 1000`,
}
