import type { Token, TokenStatus } from "log-out-everywhere"
import { type TokenRow, tokenColumns, toToken } from "log-out-everywhere/postgres"

/** A session in a list that people read. */
export interface ListedSession {
  readonly token: Token
  readonly status: TokenStatus
  /** The name or e-mail address of the person who ended it, if that was not the owner. */
  readonly endedBy: string | null
  /** When everyone was logged out, and this session with them. */
  readonly voidedAt: Date | null
  /** Whether it was opened on a device that is new to its person; false where nobody asks. */
  readonly isNew: boolean
}

export interface ListedRow extends TokenRow {
  status: TokenStatus
  endedBy: string | null
  voidedAt: Date | null
  isNew?: boolean
}

export const listedColumns = `${tokenColumns}, t.status, t."voidedAt",
  CASE WHEN by.id <> t."userId" THEN coalesce(by.name, by.email) END AS "endedBy"`

export const listedFrom = `log_out_everywhere.token_status t
  LEFT JOIN "User" by ON by.id = CASE WHEN t."isVoided" THEN t."voidedById" ELSE t."revokedById" END`

export function toListed(row: ListedRow): ListedSession {
  const { status, endedBy, voidedAt, isNew = false } = row
  return { token: toToken(row), status, endedBy, voidedAt, isNew }
}
