import type { EndedSession, EveryonesSessions } from "@/lib/users/stores"
import type { Query } from "./query"
import { liveAt } from "./token-row"

export function everyonesSessions(query: Query): EveryonesSessions {
  return {
    revoke(tokenIds, sparedTokenId, { at, reason, by }) {
      return query<EndedSession>(revoke, [[...tokenIds], sparedTokenId, at, reason, by])
    },

    async raiseGeneration(sparedTokenId, at, by) {
      await query(raise, [at, by])
      const carried = await query(carry, [sparedTokenId, at])
      if (carried.length === 0) return null
      const [voided] = await query<{ sessions: number }>(countVoided, [sparedTokenId, at])
      return voided?.sessions ?? 0
    },
  }
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
  text: `WITH raised AS (
      UPDATE "Realm" SET generation = generation + 1 WHERE purpose = 'session' RETURNING purpose, generation)
    INSERT INTO "EndedGeneration" (purpose, generation, at, "byId")
    SELECT purpose, generation - 1, $1::timestamptz, $2::uuid FROM raised`,
}

/** Sessions that were live in the generation before. */
const ofGenerationBefore = `"User" u,
    (SELECT generation - 1 AS generation FROM "Realm" WHERE purpose = 'session') r
    WHERE u.id = t."userId" AND t.purpose = 'session' AND ${liveAt("$2::timestamptz")}`

const carry = {
  name: "everyone_carry",
  text: `UPDATE "Token" t SET "realmGeneration" = r.generation + 1
    FROM ${ofGenerationBefore} AND t.id = $1::uuid RETURNING t.id`,
}

const countVoided = {
  name: "everyone_count_voided",
  text: `SELECT count(*)::int AS sessions FROM "Token" t, ${ofGenerationBefore} AND t.id <> $1::uuid`,
}
