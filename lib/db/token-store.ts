import type { RevocationCount, Scope, TokenPurpose, TokenStore } from "@/lib/tokens"
import type { SessionOwner } from "@/lib/users/stores"
import { deviceKindOf } from "./device-kind"
import type { Query } from "./query"
import { type Instant, liveAt, type TokenRow, tokenColumns, toToken } from "./token-row"

/**
 * The token store on PostgreSQL: each method one SQL statement, its law in the condition.
 *
 * In SQL because a condition must compare the token with its owner's epoch and its realm's
 * generation, which Prisma's filters cannot, and because the check is the hot path.
 */
export function tokenStore(query: Query): TokenStore<SessionOwner> {
  return {
    async findByHash(hash) {
      const [row] = await query<{ found: FoundRow }>(find, [hash])
      if (!row) return null
      const { found } = row
      return {
        token: toToken(found),
        owner: {
          id: found.userId,
          epoch: found.ownerEpoch,
          role: found.ownerRole,
          isDisabled: found.isDisabled,
          email: found.email,
          name: found.ownerName,
          image: found.image,
          emailVerifiedAt: found.emailVerifiedAt ? new Date(found.emailVerifiedAt) : null,
          hasPassword: found.hasPassword,
        },
        realmGeneration: found.generation,
        now: new Date(found.now),
      }
    },

    async insert(token, hash) {
      const { address, userAgent } = token.device
      const [row] = await query<TokenRow>(insert, [
        hash, token.purpose, token.userId, token.epoch, token.method, token.isRemembered, token.issuedAt,
        token.provedAt, token.lastActiveAt, token.idleAt, token.expiresAt, address, userAgent, deviceKindOf(userAgent),
        token.name ?? null, token.data ? JSON.stringify(token.data) : null,
      ]) // biome-ignore format: in the order of the statement's columns
      return row ? toToken(row) : null
    },

    async touch(tokenId, at, idleAt) {
      return (await query(touch, [tokenId, at, idleAt])).length > 0
    },

    async rotate(tokenId, from, to, at) {
      return (await query(rotate, [tokenId, from, to, at])).length > 0
    },

    async revoke(userId, scope, { at, reason, by }) {
      const { name, condition, values } = inScope(scope)
      const statement = { name: `token_revoke_${name}`, text: revoke(condition) }
      return toCount(await query<CountRow>(statement, [userId, at, reason, by, ...values]))
    },

    async raiseEpoch(userId) {
      const [user] = await query<{ epoch: number }>(raise, [userId])
      if (user) await query(lift, [userId, user.epoch])
    },

    async countLive(userId) {
      return toCount(await query<CountRow>(countLive, [userId]))
    },
  }
}

interface FoundRow extends TokenRow {
  ownerEpoch: number
  ownerRole: SessionOwner["role"]
  isDisabled: boolean
  email: string
  ownerName: string | null
  image: string | null
  emailVerifiedAt: Instant | null
  hasPassword: boolean
  generation: number
  now: Instant
}

interface CountRow {
  purpose: TokenPurpose
  tokens: number
}

const withOwnerAndRealm = `"User" u, "Realm" r WHERE u.id = t."userId" AND r.purpose = t.purpose`

// As one column of JSON: the server describes every column anew with every answer, and for as many as
// these that was a fifth of the check's time (bench/README.md).
const find = {
  name: "token_find",
  text: `SELECT row_to_json(f) AS found FROM (
      SELECT ${tokenColumns}, u.epoch AS "ownerEpoch", u.role AS "ownerRole",
        u."disabledAt" IS NOT NULL AS "isDisabled", u.email, u.name AS "ownerName", u.image,
        u."emailVerifiedAt", u."passwordHash" IS NOT NULL AS "hasPassword", r.generation, now() AS now
      FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
      WHERE t.hash = $1) f`,
}

// FOR SHARE waits for whoever is raising the epoch or the generation and then reads what they wrote.
// The foreign key alone takes a weaker lock, which does not.
const insert = {
  name: "token_insert",
  text: `INSERT INTO "Token" AS t (hash, purpose, "userId", epoch, method, "isRemembered", "issuedAt", "provedAt",
      "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind", name, data, "realmGeneration")
    SELECT $1::bytea, $2::text::"TokenPurpose", u.id, u.epoch, $5, $6::boolean, $7::timestamptz, $8::timestamptz,
      $9::timestamptz, $10::timestamptz, $11::timestamptz, $12, $13, $14, $15, $16::text::jsonb, r.generation
    FROM "User" u, "Realm" r
    WHERE u.id = $3::uuid AND u.epoch = $4::int AND u."disabledAt" IS NULL AND r.purpose = $2::text::"TokenPurpose"
    FOR SHARE OF u, r
    RETURNING ${tokenColumns}`,
}

const touch = {
  name: "token_touch",
  text: `UPDATE "Token" t SET "lastActiveAt" = $2::timestamptz, "idleAt" = $3::timestamptz
    FROM ${withOwnerAndRealm} AND t.id = $1::uuid AND t."lastActiveAt" < $2::timestamptz AND ${liveAt("now()")}
    RETURNING t.id`,
}

const rotate = {
  name: "token_rotate",
  text: `UPDATE "Token" t SET hash = $3::bytea, "provedAt" = $4::timestamptz
    FROM ${withOwnerAndRealm} AND t.id = $1::uuid AND t.hash = $2::bytea AND ${liveAt("$4::timestamptz")}
    RETURNING t.id`,
}

const revoke = (condition: string) =>
  `WITH ended AS (
     UPDATE "Token" t
     SET "revokedAt" = $2::timestamptz, "revocationReason" = $3::text::"RevocationReason", "revokedById" = $4::uuid
     FROM ${withOwnerAndRealm} AND t."userId" = $1::uuid AND ${liveAt("$2::timestamptz")} AND ${condition}
     RETURNING t.purpose)
   SELECT purpose, count(*)::int AS tokens FROM ended GROUP BY purpose`

const raise = {
  name: "token_raise",
  text: `UPDATE "User" SET epoch = epoch + 1 WHERE id = $1::uuid RETURNING epoch`,
}

const lift = {
  name: "token_lift",
  text: `UPDATE "Token" SET epoch = $2::int
    WHERE "userId" = $1::uuid AND "revokedAt" IS NULL AND epoch = $2::int - 1`,
}

const countLive = {
  name: "token_count_live",
  text: `SELECT t.purpose, count(*)::int AS tokens FROM "Token" t, ${withOwnerAndRealm}
    AND t."userId" = $1::uuid AND ${liveAt("now()")} GROUP BY t.purpose`,
}

function inScope(scope: Scope): { name: string; condition: string; values: unknown[] } {
  const ofPurposes = (parameter: string) =>
    `t.purpose = ANY(${parameter}::text[]::"TokenPurpose"[])`
  switch (scope.kind) {
    case "one":
      return { name: "one", condition: `t.id = $5::uuid`, values: [scope.tokenId] }
    case "others":
      return {
        name: "others",
        condition: `t.id <> $5::uuid AND ${ofPurposes("$6")}`,
        values: [scope.currentTokenId, [...scope.purposes]],
      }
    case "everywhere":
      return { name: "everywhere", condition: ofPurposes("$5"), values: [[...scope.purposes]] }
  }
}

function toCount(rows: readonly CountRow[]): RevocationCount {
  return Object.fromEntries(rows.map(({ purpose, tokens }) => [purpose, tokens]))
}
