import type { EndedSession, EveryonesSessions } from "@/lib/users/stores"
import type { Query } from "./query"
import { liveAt } from "./token-row"

export function everyonesSessions(query: Query): EveryonesSessions {
  return {
    async revoke(tokenIds, sparedTokenId, { at, reason, by }) {
      const ids = [...tokenIds]
      await query(lockOwners, [ids])
      return query<EndedSession>(revoke, [ids, sparedTokenId, at, reason, by])
    },

    async raiseGeneration(sparedTokenId, at, by) {
      const [realm] = await query<{ generation: number }>(raise, [at, by])
      if (!realm) throw new Error("The migrations have made no realm of sessions.")
      const [ended] = await query<{ sessions: number }>(countLive, [
        realm.generation,
        at,
        sparedTokenId,
      ])
      await query(carry, [realm.generation, sparedTokenId])
      return ended?.sessions ?? 0
    },
  }
}

// Waits for whoever is raising an epoch or the generation, so that the statement after it compares with what
// they wrote. Within one statement it would compare carried tokens with the old numbers and end nothing.
const lockOwners = {
  name: "everyone_lock_owners",
  text: `SELECT u.id FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
    WHERE t.id = ANY($1::uuid[]) ORDER BY u.id FOR SHARE OF u, r`,
}

const revoke = {
  name: "everyone_revoke",
  text: `UPDATE "Token" t
    SET "revokedAt" = $3::timestamptz, "revocationReason" = $4::text::"RevocationReason", "revokedById" = $5::uuid
    FROM "User" u, "Realm" r WHERE u.id = t."userId" AND r.purpose = t.purpose
      AND t.purpose = 'session' AND t.id = ANY($1::uuid[]) AND t.id <> $2::uuid AND ${liveAt("$3::timestamptz")}
    RETURNING t.id, t."userId"`,
}

const raise = {
  name: "everyone_raise",
  text: `UPDATE "Realm" SET generation = generation + 1, "raisedAt" = $1::timestamptz, "raisedById" = $2::uuid
    WHERE purpose = 'session' RETURNING generation`,
}

const countLive = {
  name: "everyone_count_live",
  text: `SELECT count(*)::int AS sessions
    FROM "Token" t, "User" u, (SELECT $1::int - 1 AS generation) r
    WHERE u.id = t."userId" AND t.purpose = 'session' AND t.id <> $3::uuid AND ${liveAt("$2::timestamptz")}`,
}

const carry = {
  name: "everyone_carry",
  text: `UPDATE "Token" SET "realmGeneration" = $1::int
    WHERE id = $2::uuid AND purpose = 'session' AND "revokedAt" IS NULL AND "realmGeneration" = $1::int - 1`,
}
