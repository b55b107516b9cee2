/** The token store's statements: each carries a law of the port in its condition. */
import type { Scope } from "log-out-everywhere"
import { endedWithEpoch, liveAt, liveTokenColumns } from "./token-row"

const withOwnerAndRealm = `"User" u, "Realm" r WHERE u.id = t."userId" AND r.purpose = t.purpose`

// As one column of JSON: the server describes every column anew with every answer, and for as many as
// these that was a fifth of the check's time (bench/README.md). Where the epoch stands, nobody looks for its end.
export const find = {
  name: "token_find",
  text: `SELECT row_to_json(f) AS found FROM (
      SELECT ${liveTokenColumns}, CASE WHEN t.epoch < u.epoch THEN (
          SELECT json_build_object('at', e.at, 'reason', e.reason, 'by', e."byId") FROM "EndedEpoch" e
          WHERE ${endedWithEpoch}) END AS "epochEnd", u.epoch AS "ownerEpoch", u.role AS "ownerRole",
        u."disabledAt" IS NOT NULL AS "isDisabled", u.email, u.name AS "ownerName", u.image,
        u."emailVerifiedAt", u."passwordHash" IS NOT NULL AS "hasPassword", r.generation, now() AS now
      FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
      WHERE t.hash = $1) f`,
}

// As acts lock the owner: whoever comes later waits behind one who waits. Under a lock that they shared,
// those who get tokens would overtake an act for as long as there are any.
//
// By a statement of its own, before the one that touches the realm: whoever waits for an owner must not hold
// up one who waits for the realms.
export const lockOwner = {
  name: "token_lock_owner",
  text: `SELECT id FROM "User" WHERE id = $1::uuid FOR NO KEY UPDATE`,
}

// FOR SHARE waits for whoever is raising the epoch or the generation and then reads what they wrote.
// The foreign key alone takes a weaker lock, which does not.
export const insert = {
  name: "token_insert",
  text: `INSERT INTO "Token" AS t (hash, purpose, "userId", epoch, method, "isRemembered", "issuedAt", "provedAt",
      "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind", name, data, "browserId", "realmGeneration")
    SELECT $1::bytea, $2::text::"TokenPurpose", u.id, u.epoch, $5, $6::boolean, $7::timestamptz, $8::timestamptz,
      $9::timestamptz, $10::timestamptz, $11::timestamptz, $12, $13, $14, $15, $16::text::jsonb, $17::uuid, r.generation
    FROM "User" u, "Realm" r
    WHERE u.id = $3::uuid AND u.epoch = $4::int AND u."disabledAt" IS NULL AND r.purpose = $2::text::"TokenPurpose"
    FOR SHARE OF u, r
    RETURNING ${liveTokenColumns}`,
}

export const touch = {
  name: "token_touch",
  text: `UPDATE "Token" t SET "lastActiveAt" = $2::timestamptz, "idleAt" = $3::timestamptz
    FROM ${withOwnerAndRealm} AND t.id = $1::uuid AND t."lastActiveAt" < $2::timestamptz AND ${liveAt("now()")}
    RETURNING t.id`,
}

export const rotate = {
  name: "token_rotate",
  text: `UPDATE "Token" t SET hash = $3::bytea, "provedAt" = $4::timestamptz
    FROM ${withOwnerAndRealm} AND t.id = $1::uuid AND t.hash = $2::bytea AND ${liveAt("$4::timestamptz")}
    RETURNING t.id`,
}

export const revoke = (condition: string) =>
  `WITH ended AS (
     UPDATE "Token" t
     SET "revokedAt" = $2::timestamptz, "revocationReason" = $3::text::"RevocationReason", "revokedById" = $4::uuid
     FROM ${withOwnerAndRealm} AND t."userId" = $1::uuid AND ${liveAt("$2::timestamptz")} AND ${condition}
     RETURNING t.purpose)
   SELECT purpose, count(*)::int AS tokens FROM ended GROUP BY purpose`

export const raise = {
  name: "token_raise",
  text: `WITH raised AS (UPDATE "User" SET epoch = epoch + 1 WHERE id = $1::uuid RETURNING id, epoch),
    ended AS (
      INSERT INTO "EndedEpoch" ("userId", epoch, at, reason, "byId", purposes)
      SELECT id, epoch - 1, $2::timestamptz, $3::text::"RevocationReason", $4::uuid,
        $5::text[]::"TokenPurpose"[] || 'browser'::"TokenPurpose" FROM raised
      ON CONFLICT DO NOTHING)
    SELECT epoch FROM raised`,
}

// One look at what bears the epoch that is over, however much that is; only what goes on is written to, and is
// found by an array of ids, since the planner would walk the whole table for a subquery of unknown size.
export const carry = {
  name: "token_carry",
  text: `WITH present AS MATERIALIZED (
      SELECT t.id, t.purpose, t."idleAt" > $3::timestamptz AND CASE WHEN t.purpose = 'browser'
        THEN t.id IS DISTINCT FROM (SELECT "browserId" FROM "Token" WHERE id = $5::uuid AND "userId" = $1::uuid)
        ELSE t.purpose = ANY($4::text[]::"TokenPurpose"[]) AND t.id IS DISTINCT FROM $5::uuid
          AND t."issuedAt" > $6::timestamptz AND t."realmGeneration" >= r.generation AND u."disabledAt" IS NULL
        END AS "isOver"
      FROM "Token" t, ${withOwnerAndRealm} AND t."userId" = $1::uuid AND t."revokedAt" IS NULL
        AND t.epoch = $2::int - 1 AND t."expiresAt" > $3::timestamptz),
    carried AS (
      UPDATE "Token" SET epoch = $2::int
      WHERE id = ANY(ARRAY(SELECT id FROM present WHERE NOT "isOver")) AND "revokedAt" IS NULL)
    SELECT purpose, count(*)::int AS tokens FROM present WHERE "isOver" AND purpose <> 'browser' GROUP BY purpose`,
}

const endOfBrowser = `"revokedAt" = $2::timestamptz, "revocationReason" = $3::text::"RevocationReason",
    "revokedById" = $4::uuid`

const isKnownBrowser = `"userId" = $1::uuid AND purpose = 'browser' AND "revokedAt" IS NULL
    AND "expiresAt" > $2::timestamptz AND "idleAt" > $2::timestamptz`

export const forgetBrowserOf = {
  name: "token_forget_browser_of",
  text: `UPDATE "Token" SET ${endOfBrowser} WHERE ${isKnownBrowser}
    AND id = (SELECT "browserId" FROM "Token" WHERE id = $5::uuid)`,
}

// The owner's row is locked before, so that nobody waits for it who has this one.
export const hold = {
  name: "token_hold",
  text: `SELECT t.id FROM "Token" t, ${withOwnerAndRealm} AND t.id = $1::uuid AND ${liveAt("now()")}
    FOR SHARE OF t, r`,
}

export const revokeLeastRecent = {
  name: "token_revoke_least_recent",
  text: `UPDATE "Token" SET "revokedAt" = $4::timestamptz, "revocationReason" = $5::text::"RevocationReason",
      "revokedById" = $6::uuid
    WHERE "revokedAt" IS NULL AND id IN (
      SELECT t.id FROM "Token" t, ${withOwnerAndRealm} AND t."userId" = $1::uuid
        AND t.purpose = $7::text::"TokenPurpose"
        AND t.id <> $2::uuid AND ${liveAt("$4::timestamptz")}
      ORDER BY t."lastActiveAt" DESC, t.id OFFSET $3::int - 1)
    RETURNING id`,
}

export const replaceIdle = {
  name: "token_replace_idle",
  text: `UPDATE "Token" t SET "revokedAt" = $2::timestamptz, "revocationReason" = 'replaced', "revokedById" = "userId"
    FROM "Realm" r WHERE r.purpose = t.purpose AND t."realmGeneration" = r.generation AND t.id = $1::uuid
      AND t."revokedAt" IS NULL AND t."idleAt" <= $2::timestamptz AND t."expiresAt" > $2::timestamptz
    RETURNING t.id`,
}

export const countLive = {
  name: "token_count_live",
  text: `SELECT t.purpose, count(*)::int AS tokens FROM "Token" t, ${withOwnerAndRealm}
    AND t."userId" = $1::uuid AND t.purpose <> 'browser' AND ${liveAt("now()")} GROUP BY t.purpose`,
}

export function inScope(scope: Scope): { name: string; condition: string; values: unknown[] } {
  const ofPurposes = (parameter: string) =>
    `t.purpose = ANY(${parameter}::text[]::"TokenPurpose"[])`
  switch (scope.kind) {
    case "one":
      return {
        name: "one",
        condition: `t.id = $5::uuid AND t.purpose = $6::text::"TokenPurpose"`,
        values: [scope.tokenId, scope.purpose],
      }
    case "browser":
      return {
        name: "browser",
        condition: `(t.id = $5::uuid OR t."browserId" = $5::uuid AND t.id <> $6::uuid)`,
        values: [scope.browserId, scope.currentTokenId],
      }
    case "everywhere":
      return {
        name: "everywhere",
        condition: `${ofPurposes("$5")} AND t."issuedAt" > $6::timestamptz`,
        values: [[...scope.purposes], scope.issuedAfter ?? "-infinity"],
      }
  }
}
