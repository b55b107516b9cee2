import { type Token, type TokenStatus, tokenStatus } from "@/lib/tokens"
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
  ownerEpoch: number
  ownerRole: string
  isDisabled: boolean
  generation: number
  endedBy: string | null
  voidedAt: Date | null
  now: Date
}

const isVoided = `t."revokedAt" IS NULL AND t."realmGeneration" < r.generation`

export const listedColumns = `${tokenColumns}, u.epoch AS "ownerEpoch", u.role AS "ownerRole",
  u."disabledAt" IS NOT NULL AS "isDisabled", r.generation, now() AS now,
  CASE WHEN by.id <> u.id THEN coalesce(by.name, by.email) END AS "endedBy",
  CASE WHEN ${isVoided} THEN r."raisedAt" END AS "voidedAt"`

export const listedFrom = `"Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
  LEFT JOIN "User" by ON by.id = CASE WHEN ${isVoided} THEN r."raisedById" ELSE t."revokedById" END`

export function toListed(row: ListedRow): ListedSession {
  const token = toToken(row)
  const { ownerEpoch: epoch, ownerRole: role, isDisabled, generation, now } = row
  const owner = { id: row.userId, epoch, role, isDisabled }
  const status = tokenStatus(token, owner, generation, now)
  return { token, status, endedBy: row.endedBy, voidedAt: row.voidedAt }
}
