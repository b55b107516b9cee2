import type { Device, RevocationReason, Token } from "../core/token.ts"

/** Text if the row came as JSON. */
export type Instant = Date | string

type Alike = "id" | "purpose" | "epoch" | "realmGeneration" | "method" | "isRemembered"
type Dated = "issuedAt" | "provedAt" | "lastActiveAt" | "idleAt" | "expiresAt"

/** A row of `token` or of `token_status`, as SQL hands it over. */
export interface TokenRow
  extends Pick<Token, Alike | "browserId" | "name" | "data">,
    Readonly<Record<Dated, Instant>>,
    Pick<Device, "address" | "userAgent"> {
  readonly userId: string | number
  readonly providerIssuer: string | null
  readonly providerSid: string | null
  readonly revokedAt: Instant | null
  readonly revocationReason: RevocationReason | null
  readonly revokedById: string | number | null
}

/** Every column that `toToken` reads, for a statement whose row of `token` or `token_status` is `t`. */
export const tokenColumns = `t.id, t.purpose, t."userId", t.epoch, t."realmGeneration", t.method,
  t."isRemembered", t."issuedAt", t."provedAt", t."lastActiveAt", t."idleAt", t."expiresAt", t.address,
  t."userAgent", t."providerIssuer", t."providerSid", t."browserId", t.name, t.data,
  t."revokedAt", t."revocationReason", t."revokedById"`

/** The end of what an act left behind, if it was not joined to the row. */
export interface RowEnd {
  readonly at: Instant
  readonly reason: RevocationReason
  readonly by: string | number | null
}

/** A token of its row. */
export function toToken(row: TokenRow, epochEnd: RowEnd | null = null): Token {
  const { revokedAt: at, revocationReason: reason, revokedById } = row
  const end = epochEnd ?? (at && reason ? { at, reason, by: revokedById } : null)
  const { providerIssuer: issuer, providerSid: sid } = row
  return {
    id: row.id,
    purpose: row.purpose,
    userId: String(row.userId),
    epoch: row.epoch,
    realmGeneration: row.realmGeneration,
    method: row.method,
    isRemembered: row.isRemembered,
    device: { address: row.address, userAgent: row.userAgent },
    browserId: row.browserId,
    provider: issuer === null ? null : { issuer, sid },
    name: row.name,
    data: row.data,
    issuedAt: new Date(row.issuedAt),
    provedAt: new Date(row.provedAt),
    lastActiveAt: new Date(row.lastActiveAt),
    idleAt: new Date(row.idleAt),
    expiresAt: new Date(row.expiresAt),
    revocation: end && {
      at: new Date(end.at),
      reason: end.reason,
      by: end.by === null ? null : String(end.by),
    },
  }
}
