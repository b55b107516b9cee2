/**
 * The status that lists show, and by which they filter, for a statement whose token is `t`, whose owner
 * is `u`, whose realm is `r`, and which has joined `joinEnds`.
 *
 * It is active where `tokenStatus` says so, and nowhere else. Of what is over it says more: an act on
 * everybody, or on an account, voids also what had gone idle or expired before, and that keeps its own end.
 */
import type { TokenStatus } from "log-out-everywhere"
import { joinEpochEnd, liveAt } from "./token-row"

/** Joins the ends that stand in no token: that of its generation, as `g`, and that of its epoch, as `e`. */
export const joinEnds = `LEFT JOIN "EndedGeneration" g
  ON g.purpose = t.purpose AND g.generation = t."realmGeneration" ${joinEpochEnd}`

const ownEnd = `least(t."idleAt", t."expiresAt")`

/** It lived until everyone was logged out. Nobody may know when that was. */
export const isVoided = `(t."revokedAt" IS NULL AND t."realmGeneration" < r.generation
  AND coalesce(g.at < least(${ownEnd}, e.at), e.at IS NULL))`

// A new epoch carries no token along that has expired before.
const isRevoked = (
  instant: string,
) => `(t."revokedAt" IS NOT NULL OR e.at IS NOT NULL OR ${isVoided}
  OR t.epoch < u.epoch AND t."expiresAt" > ${instant} OR coalesce(u."disabledAt" < ${ownEnd}, false))`

export function hasStatus(status: TokenStatus, instant: string): string {
  switch (status) {
    case "active":
      return liveAt(instant)
    case "revoked":
      return isRevoked(instant)
    case "expired":
      return `t."expiresAt" <= ${instant} AND NOT ${isRevoked(instant)}`
    case "idle":
      return `t."idleAt" <= ${instant} AND t."expiresAt" > ${instant} AND NOT ${isRevoked(instant)}`
  }
}

export const statusAt = (instant: string) =>
  `CASE WHEN ${isRevoked(instant)} THEN 'revoked' WHEN t."expiresAt" <= ${instant} THEN 'expired'
    WHEN t."idleAt" <= ${instant} THEN 'idle' ELSE 'active' END`
