import type { Token, TokenStatus } from "log-out-everywhere"
import { isVoided, joinEnds, statusAt } from "./shown-status"
import { type TokenRow, tokenColumns, toToken } from "./token-row"

/** A session in a list that people read. */
export interface ListedSession {
  readonly token: Token
  readonly status: TokenStatus
  /** Who ended it: a name or an e-mail address, where that was somebody else than the owner. */
  readonly endedBy: string | null
  /** When everyone was logged out, and this session with them. */
  readonly voidedAt: Date | null
}

export interface ListedRow extends TokenRow {
  status: TokenStatus
  endedBy: string | null
  voidedAt: Date | null
}

export const listedColumns = `${tokenColumns}, ${statusAt("now()")} AS status,
  CASE WHEN by.id <> u.id THEN coalesce(by.name, by.email) END AS "endedBy",
  CASE WHEN ${isVoided} THEN g.at END AS "voidedAt"`

export const listedFrom = `"Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
  ${joinEnds} LEFT JOIN "User" by ON by.id = CASE WHEN ${isVoided} THEN g."byId"
    WHEN e.at IS NOT NULL THEN e."byId" ELSE t."revokedById" END`

export function toListed(row: ListedRow): ListedSession {
  const { status, endedBy, voidedAt } = row
  return { token: toToken(row), status, endedBy, voidedAt }
}
