/**
 * The conditions by which SQL judges tokens, for statements whose token is `t`, whose owner is `o` and whose
 * realm is `r`. They must agree with `tokenStatus`; a test compares the two at every side of every boundary.
 */

/** The add-on's tables, as SQL writes them. */
export const schema = "log_out_everywhere"

/** What `t` is judged by. */
export const ownerAndRealm = `${schema}.owner o, ${schema}.realm r WHERE o."userId" = t."userId" AND r.purpose = t.purpose`

/** The same as joins. */
export const joinOwnerAndRealm = `JOIN ${schema}.owner o ON o."userId" = t."userId" JOIN ${schema}.realm r ON r.purpose = t.purpose`

/**
 * Live at an instant.
 *
 * `>=` means `=`, for no token is ahead of its owner or its realm. But an update that waited for the
 * token's row sees the token as it is now, and the other two as they were when it began: a token that
 * was carried into a new epoch meanwhile would then look dead, and a revocation would pass it by.
 */
export const liveAt = (instant: string) =>
  `t."revokedAt" IS NULL AND t."expiresAt" > ${instant} AND t."idleAt" > ${instant}
   AND t.epoch >= o.epoch AND t."realmGeneration" >= r.generation AND o."disabledAt" IS NULL`

/**
 * The end `e` of an epoch took this token with it. What was over before keeps its own end.
 *
 * `t` is a row of `token` and not of the view, in which each token bears the end that this one asks for.
 */
export const endedWithEpoch = `e."userId" = t."userId" AND e.epoch = t.epoch
  AND t."realmGeneration" >= e.generations[array_position(e.purposes, t.purpose)]
  AND e.at < least(t."idleAt", t."expiresAt", t."revokedAt")`

/** Joins as `e` the act that raised the owner's epoch above the token's, if that is how the token ended. */
export const joinEpochEnd = `LEFT JOIN ${schema}.ended_epoch e ON ${endedWithEpoch}`

/** Joins the ends that are written to no token: that of its generation, as `g`, and that of its epoch, as `e`. */
export const joinEnds = `LEFT JOIN ${schema}.ended_generation g
  ON g.purpose = t.purpose AND g.generation = t."realmGeneration" ${joinEpochEnd}`

const ownEnd = `least(t."idleAt", t."expiresAt")`

/** It lived until everyone was logged out. Nobody may know when that was. */
export const isVoided = `(t."revokedAt" IS NULL AND t."realmGeneration" < r.generation
  AND coalesce(g.at < least(${ownEnd}, e.at), e.at IS NULL))`

/** Ended by an act. A new epoch carries no token along that was over before. */
export const isRevokedAt = (instant: string) =>
  `(t."revokedAt" IS NOT NULL OR e.at IS NOT NULL OR ${isVoided}
  OR t.epoch < o.epoch AND ${ownEnd} > ${instant} OR coalesce(o."disabledAt" < ${ownEnd}, false))`

/**
 * The status that lists show: active where `tokenStatus` says so, and nowhere else. Of what is over it says
 * more: an act on everybody, or on an account, voids also what had gone idle or expired before, and that
 * keeps its own end.
 */
export const statusAt = (instant: string) =>
  `CASE WHEN ${isRevokedAt(instant)} THEN 'revoked' WHEN t."expiresAt" <= ${instant} THEN 'expired'
    WHEN t."idleAt" <= ${instant} THEN 'idle' ELSE 'active' END`
