import {
  isRevokedAt,
  isVoided,
  joinEnds,
  joinOwnerAndRealm,
  liveAt,
  schema,
  statusAt,
} from "./judgement.ts"

/**
 * The view by which lists are made: every token with its end, whether that was written to its row, to the
 * epoch that it bears or to its generation, and with what SQL says of it at this moment.
 */
export const tokenStatus = `CREATE VIEW ${schema}.token_status AS
SELECT t.id, t.hash, t.purpose, t."userId", t.epoch, t."realmGeneration", t.method, t."isRemembered",
  t."issuedAt", t."provedAt", t."lastActiveAt", t."idleAt", t."expiresAt", t.address, t."userAgent", t."deviceKind",
  t.browser, t.system, t."providerIssuer", t."providerSid", t."browserId", t.name, t.data,
  coalesce(e.at, t."revokedAt") AS "revokedAt",
  coalesce(e.reason, t."revocationReason") AS "revocationReason",
  CASE WHEN e.at IS NULL THEN t."revokedById" ELSE e."byId" END AS "revokedById",
  -- Ended when everyone was logged out: null of both if nobody knows when, or by whom.
  ${isVoided} AS "isVoided",
  CASE WHEN ${isVoided} THEN g.at END AS "voidedAt",
  CASE WHEN ${isVoided} THEN g."byId" END AS "voidedById",
  coalesce(e.at, t."revokedAt", least(t."expiresAt", t."idleAt")) AS "endsAt",
  ${liveAt("now()")} AS "isLive",
  ${isRevokedAt("now()")} AS "isRevoked",
  ${statusAt("now()")} AS status
FROM ${schema}.token t ${joinOwnerAndRealm}
${joinEnds};`
