import type { RevocationReason, Token, TokenPurpose } from "@/lib/tokens"

/** A row of "Token" as SQL hands it over. */
export interface TokenRow {
  id: string
  purpose: TokenPurpose
  userId: string
  epoch: number
  realmGeneration: number
  method: string
  isRemembered: boolean
  issuedAt: Date
  provedAt: Date
  lastActiveAt: Date
  idleAt: Date
  expiresAt: Date
  address: string | null
  userAgent: string | null
  revokedAt: Date | null
  revocationReason: RevocationReason | null
  revokedById: string | null
}

/** Every column but the hash, for a statement whose token is `t`. */
export const tokenColumns = `t.id, t.purpose, t."userId", t.epoch, t."realmGeneration", t.method,
  t."isRemembered", t."issuedAt", t."provedAt", t."lastActiveAt", t."idleAt", t."expiresAt", t.address,
  t."userAgent", t."revokedAt", t."revocationReason", t."revokedById"`

/**
 * The condition under which a token is live, for a statement whose token is `t`, whose owner is `u`
 * and whose realm is `r`. It must agree with `tokenStatus`; a test compares the two.
 */
export const liveAt = (instant: string) =>
  `t."revokedAt" IS NULL AND t."expiresAt" > ${instant} AND t."idleAt" > ${instant}
   AND t.epoch = u.epoch AND t."realmGeneration" = r.generation AND u."disabledAt" IS NULL`

export function toToken(row: TokenRow): Token {
  const { revokedAt, revocationReason, revokedById } = row
  return {
    id: row.id,
    purpose: row.purpose,
    userId: row.userId,
    epoch: row.epoch,
    realmGeneration: row.realmGeneration,
    method: row.method,
    isRemembered: row.isRemembered,
    device: { address: row.address, userAgent: row.userAgent },
    issuedAt: row.issuedAt,
    provedAt: row.provedAt,
    lastActiveAt: row.lastActiveAt,
    idleAt: row.idleAt,
    expiresAt: row.expiresAt,
    revocation:
      revokedAt && revocationReason
        ? { at: revokedAt, reason: revocationReason, by: revokedById }
        : null,
  }
}
