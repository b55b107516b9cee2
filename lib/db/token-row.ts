import type { RevocationReason, Token, TokenPurpose } from "log-out-everywhere"

/** Text where the row came as JSON. */
export type Instant = Date | string

/** A row of "Token" as SQL hands it over. */
export interface TokenRow {
  id: string
  purpose: TokenPurpose
  userId: string
  epoch: number
  realmGeneration: number
  method: string
  isRemembered: boolean
  issuedAt: Instant
  provedAt: Instant
  lastActiveAt: Instant
  idleAt: Instant
  expiresAt: Instant
  address: string | null
  userAgent: string | null
  browserId: string | null
  name: string | null
  data: Record<string, string> | null
  revokedAt: Instant | null
  revocationReason: RevocationReason | null
  revokedById: string | null
}

const otherColumns = `t.id, t.purpose, t."userId", t.epoch, t."realmGeneration", t.method,
  t."isRemembered", t."issuedAt", t."provedAt", t."lastActiveAt", t."idleAt", t."expiresAt", t.address,
  t."userAgent", t."browserId", t.name, t.data`

/** Every column of a token that is live, for a statement whose token is `t`. */
export const liveTokenColumns = `${otherColumns}, t."revokedAt", t."revocationReason", t."revokedById"`

/**
 * Every column of a token, with its end, for a statement whose token is `t` and which has joined
 * `joinEpochEnd`.
 */
export const tokenColumns = `${otherColumns}, coalesce(e.at, t."revokedAt") AS "revokedAt",
  coalesce(e.reason, t."revocationReason") AS "revocationReason",
  CASE WHEN e.at IS NULL THEN t."revokedById" ELSE e."byId" END AS "revokedById"`

export const endedWithEpoch = `e."userId" = t."userId" AND e.epoch = t.epoch AND t.purpose = ANY(e.purposes)
  AND e.at < least(t."idleAt", t."expiresAt", t."revokedAt")`

/**
 * Joins as `e` the act that raised the owner's epoch above the token's, if that is how the token ended:
 * such an act writes to no token. A token that was over by then keeps its own end. The view `token_status`
 * says the same to whoever reads the database by hand.
 */
export const joinEpochEnd = `LEFT JOIN "EndedEpoch" e ON ${endedWithEpoch}`

/**
 * The condition under which a token is live, for a statement whose token is `t`, whose owner is `u`
 * and whose realm is `r`. It must agree with `tokenStatus`; a test compares the two.
 *
 * `>=` means `=`, for no token is ahead of its owner or its realm. But an update that waited for the
 * token's row sees the token as it is now, and the other two as they were when it began: a token that
 * was carried into a new epoch meanwhile would then look dead, and a revocation would pass it by.
 */
export const liveAt = (instant: string) =>
  `t."revokedAt" IS NULL AND t."expiresAt" > ${instant} AND t."idleAt" > ${instant}
   AND t.epoch >= u.epoch AND t."realmGeneration" >= r.generation AND u."disabledAt" IS NULL`

/** The end of what an act left behind, where it was not joined to the row. */
export interface RowEnd {
  at: Instant
  reason: RevocationReason
  by: string | null
}

export function toToken(row: TokenRow, epochEnd: RowEnd | null = null): Token {
  const { revokedAt: at, revocationReason: reason, revokedById: by } = row
  const end = epochEnd ?? (at && reason ? { at, reason, by } : null)
  return {
    id: row.id,
    purpose: row.purpose,
    userId: row.userId,
    epoch: row.epoch,
    realmGeneration: row.realmGeneration,
    method: row.method,
    isRemembered: row.isRemembered,
    device: { address: row.address, userAgent: row.userAgent },
    browserId: row.browserId,
    name: row.name,
    data: row.data,
    issuedAt: new Date(row.issuedAt),
    provedAt: new Date(row.provedAt),
    lastActiveAt: new Date(row.lastActiveAt),
    idleAt: new Date(row.idleAt),
    expiresAt: new Date(row.expiresAt),
    revocation: end && { ...end, at: new Date(end.at) },
  }
}
