/** The token store's statements: each carries a law of the port in its condition. */
import type { Scope } from "../core/store.ts"
import { endedWithEpoch, joinOwnerAndRealm, liveAt, ownerAndRealm, schema } from "./judgement.ts"
import type { Layout } from "./layout.ts"
import { tokenColumns } from "./token-row.ts"

const token = `${schema}.token`
const owner = `${schema}.owner`

/** The statements for one users table. */
export type Statements = ReturnType<typeof statementsFor>

export function statementsFor({ users, id, type, role, readsUsers, columns }: Layout) {
  const joinUsers = readsUsers ? `JOIN ${users} u ON u.${id} = o."userId"` : ""
  const aboutOwner = `${role} AS "ownerRole", o."disabledAt" IS NOT NULL AS "isDisabled"${columns}`
  const endedNow = `"revokedAt" = $2::timestamptz, "revocationReason" = $3::text, "revokedById" = $4::${type}`

  return {
    // As one column of JSON: the server describes every column again with every answer, and for as many as
    // these that was a fifth of the check's time.
    find: {
      name: "loe_find",
      text: `SELECT row_to_json(f) AS found FROM (
      SELECT ${tokenColumns}, o.epoch AS "ownerEpoch", ${aboutOwner},
        r.generation, now() AS now
      FROM ${token} t ${joinOwnerAndRealm} ${joinUsers}
      WHERE t.hash = $1) f`,
    },

    // Asked of a token that its owner's epoch has left behind, and of no other: in the check it would cost each
    // request a tenth.
    findEnd: {
      name: "loe_find_end",
      text: `SELECT json_build_object('at', e.at, 'reason', e.reason, 'by', e."byId") AS "end"
    FROM ${token} t JOIN ${schema}.ended_epoch e ON ${endedWithEpoch} WHERE t.id = $1::uuid`,
    },

    // An owner who never had a token has no row yet, and is at epoch 0.
    findOwner: {
      name: "loe_find_owner",
      text: `SELECT row_to_json(f) AS found FROM (
      SELECT u.${id} AS "userId", coalesce(o.epoch, 0) AS "ownerEpoch", ${aboutOwner}, now() AS now
      FROM ${users} u LEFT JOIN ${owner} o ON o."userId" = u.${id} WHERE u.${id} = $1::${type}) f`,
    },

    mark: {
      name: "loe_mark",
      text: "SELECT pg_current_snapshot()::text AS snapshot, now() AS at",
    },

    // An act locks the owner in the same way, so that it queues with log-ins: under a lock that log-ins
    // shared, they would overtake it for as long as there are any.
    //
    // A separate statement, before the one that touches the realm: what waits for an owner must not hold up
    // what waits for the realms.
    lockOwner: {
      name: "loe_lock_owner",
      text: `SELECT "userId" FROM ${owner} WHERE "userId" = $1::${type} FOR NO KEY UPDATE`,
    },

    // FOR KEY SHARE waits for a deletion of the user, and then finds none, where the foreign key would fail.
    addOwner: {
      name: "loe_add_owner",
      text: `INSERT INTO ${owner} ("userId") SELECT ${id} FROM ${users} WHERE ${id} = $1::${type} FOR KEY SHARE
    ON CONFLICT DO NOTHING`,
    },

    addPurpose: {
      name: "loe_add_purpose",
      text: `INSERT INTO ${schema}.realm (purpose) VALUES ($1::text) ON CONFLICT DO NOTHING RETURNING purpose`,
    },

    addReason: {
      name: "loe_add_reason",
      text: `INSERT INTO ${schema}.reason (reason) VALUES ($1::text) ON CONFLICT DO NOTHING`,
    },

    // FOR SHARE waits for a raise of the epoch or the generation and then reads what it wrote. The foreign
    // key alone takes a weaker lock, which does not.
    //
    // A raise that the mark did not see came after it. Those of more than an hour ago are not asked about:
    // a restored dump bears transaction ids that this server has yet to reach.
    insert: {
      name: "loe_insert",
      text: `INSERT INTO ${token} AS t (hash, purpose, "userId", epoch, method, "isRemembered", "issuedAt", "provedAt",
      "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind", browser, system,
      "providerIssuer", "providerSid", name, data, "browserId", "realmGeneration")
    SELECT $1::bytea, $2::text, o."userId", o.epoch, $5, $6::boolean, $7::timestamptz, $8::timestamptz,
      $9::timestamptz, $10::timestamptz, $11::timestamptz, $12::text::inet, $13, $14, $15, $16, $17, $18, $19,
      $20::text::jsonb, $21::uuid, r.generation
    FROM ${owner} o, ${schema}.realm r
    WHERE o."userId" = $3::${type} AND o.epoch = $4::int AND o."disabledAt" IS NULL AND r.purpose = $2::text
      AND ($22::text IS NULL OR $23::timestamptz >= now() AND (o.raised IS NULL
        OR o."raisedAt" < now() - interval '1 hour' OR pg_visible_in_snapshot(o.raised, $22::text::pg_snapshot)))
    FOR SHARE OF o, r
    RETURNING ${tokenColumns}`,
    },

    touch: {
      name: "loe_touch",
      text: `UPDATE ${token} t SET "lastActiveAt" = $2::timestamptz, "idleAt" = $3::timestamptz
    FROM ${ownerAndRealm} AND t.id = $1::uuid AND t."lastActiveAt" < $2::timestamptz AND ${liveAt("now()")}
    RETURNING t.id`,
    },

    rotate: {
      name: "loe_rotate",
      text: `UPDATE ${token} t SET hash = $3::bytea, "provedAt" = $4::timestamptz
    FROM ${ownerAndRealm} AND t.id = $1::uuid AND t.hash = $2::bytea AND ${liveAt("$4::timestamptz")}
    RETURNING t.id`,
    },

    /** With its values from the fifth on. */
    revoke: (scope: Scope) => {
      const { name, condition, values } = inScope(scope)
      const text = `WITH ended AS (
     UPDATE ${token} t SET ${endedNow}
     FROM ${ownerAndRealm} AND t."userId" = $1::${type} AND ${liveAt("$2::timestamptz")} AND ${condition}
     RETURNING t.purpose)
   SELECT purpose, count(*)::int AS tokens FROM ended GROUP BY purpose`
      return { name: `loe_revoke_${name}`, text, values }
    },

    raise: {
      name: "loe_raise",
      text: `SELECT ${schema}.raise_epoch(
      $1::${type}, $2::timestamptz, $3::text, $4::${type}, $5::text[], $6::uuid, $7::timestamptz) AS epoch`,
    },

    countEnded: {
      name: "loe_count_ended",
      text: `SELECT t.purpose, count(*)::int AS tokens FROM ${schema}.ended_epoch e JOIN ${token} t ON ${endedWithEpoch}
    WHERE e."userId" = $1::${type} AND e.epoch = $2::int AND t.purpose <> 'browser' GROUP BY t.purpose`,
    },

    forgetBrowserOf: {
      name: "loe_forget_browser_of",
      text: `UPDATE ${token} SET ${endedNow}
    WHERE "userId" = $1::${type} AND purpose = 'browser' AND "revokedAt" IS NULL
      AND "expiresAt" > $2::timestamptz AND "idleAt" > $2::timestamptz
      AND id = (SELECT "browserId" FROM ${token} WHERE id = $5::uuid)`,
    },

    // The owner's row is locked before, so that nothing that has this one waits for it.
    hold: {
      name: "loe_hold",
      text: `SELECT t.id FROM ${token} t, ${ownerAndRealm} AND t.id = $1::uuid AND ${liveAt("now()")}
    FOR SHARE OF t, r`,
    },

    revokeLeastRecent: {
      name: "loe_revoke_least_recent",
      text: `UPDATE ${token} SET ${endedNow}
    WHERE "revokedAt" IS NULL AND id IN (
      SELECT t.id FROM ${token} t, ${ownerAndRealm} AND t."userId" = $1::${type}
        AND t.purpose = $7::text AND t.id <> $5::uuid AND ${liveAt("$2::timestamptz")}
      ORDER BY t."lastActiveAt" DESC, t.id OFFSET $6::int - 1)
    RETURNING id`,
    },

    replaceIdle: {
      name: "loe_replace_idle",
      text: `UPDATE ${token} t SET "revokedAt" = $2::timestamptz, "revocationReason" = 'replaced', "revokedById" = "userId"
    FROM ${schema}.realm r WHERE r.purpose = t.purpose AND t."realmGeneration" = r.generation AND t.id = $1::uuid
      AND t."revokedAt" IS NULL AND t."idleAt" <= $2::timestamptz AND t."expiresAt" > $2::timestamptz
    RETURNING t.id`,
    },

    countLive: {
      name: "loe_count_live",
      text: `SELECT t.purpose, count(*)::int AS tokens FROM ${token} t, ${ownerAndRealm}
    AND t."userId" = $1::${type} AND t.purpose <> 'browser' AND ${liveAt("now()")} GROUP BY t.purpose`,
    },
  }
}

/** What a revocation reaches, as a condition on `t` whose values begin with the fifth. */
function inScope(scope: Scope): { name: string; condition: string; values: unknown[] } {
  switch (scope.kind) {
    case "one":
      return {
        name: "one",
        condition: "t.id = $5::uuid AND t.purpose = $6::text",
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
        condition: `t.purpose = ANY($5::text[]) AND t."issuedAt" > $6::timestamptz`,
        values: [[...scope.purposes], scope.issuedAfter ?? "-infinity"],
      }
  }
}
