import type { TokenPurpose } from "log-out-everywhere"
import type { EndedSession, EveryonesTokens } from "@/lib/users/stores"
import type { Query } from "./query"
import { liveAt } from "./token-row"
import { type CountRow, toCount } from "./token-store"

export function everyonesTokens(query: Query): EveryonesTokens {
  return {
    revoke(tokenIds, sparedTokenId, { at, reason, by }) {
      return query<EndedSession>(revoke, [[...tokenIds], sparedTokenId, at, reason, by])
    },

    async raiseGenerations(purposes, sparedTokenId, by) {
      await query(lockRealms, [])
      const ended = await query<{ id: string; purpose: TokenPurpose }>(raise, [[...purposes], by])
      if (sparedTokenId) await query(carry, [sparedTokenId, ended.map(({ id }) => id)])
      return ended.map(({ id }) => id)
    },

    async countVoided(generations) {
      return toCount(await query<CountRow>(countVoided, [[...generations]]))
    },

    async forgetSignUpLinks() {
      return (await query(forgetSignUpLinks, [])).length
    },
  }
}

const revoked = `"revokedAt" = $3::timestamptz, "revocationReason" = $4::text::"RevocationReason",
  "revokedById" = $5::uuid`

/** Takes the trust in the browsers of those sessions too. */
const revoke = {
  name: "everyone_revoke",
  text: `WITH ended AS (
      UPDATE "Token" t SET ${revoked} FROM "User" u, "Realm" r
      WHERE u.id = t."userId" AND r.purpose = t.purpose AND t.purpose = 'session'
        AND t.id = ANY($1::uuid[]) AND t.id <> $2::uuid AND ${liveAt("$3::timestamptz")}
      RETURNING t.id, t."userId", t."browserId"),
    forgotten AS (
      UPDATE "Token" b SET ${revoked} FROM ended WHERE b.id = ended."browserId" AND b."revokedAt" IS NULL)
    SELECT id, "userId" FROM ended`,
}

// Whoever shares a row does not queue: later sharers overtake an update that waits, for as long as there are
// any. Whoever shares a row of a table queues for the table, and this one is in that queue. It shuts out no
// reader, and needs no right but UPDATE.
const lockRealms = {
  name: "everyone_lock",
  text: `LOCK TABLE "Realm" IN EXCLUSIVE MODE`,
}

// By the clock of the moment, since what waited for the lock began long before.
const raise = {
  name: "everyone_raise",
  text: `WITH raised AS (
      UPDATE "Realm" SET generation = generation + 1 WHERE purpose = ANY($1::text[]::"TokenPurpose"[])
      RETURNING purpose, generation)
    INSERT INTO "EndedGeneration" (purpose, generation, at, "byId")
    SELECT purpose, generation - 1, clock_timestamp(), $2::uuid FROM raised RETURNING id, purpose`,
}

const carry = {
  name: "everyone_carry",
  text: `UPDATE "Token" t SET "realmGeneration" = g.generation + 1 FROM "EndedGeneration" g
    WHERE g.id = ANY($2::uuid[]) AND g.purpose = t.purpose AND g.generation = t."realmGeneration" AND t.id = $1::uuid`,
}

// Without a name, since it may take its time. What was live then: an account that was disabled since, or an
// owner who logged out everywhere since, takes nothing from it.
const countVoided = {
  text: `SELECT t.purpose, count(*)::int AS tokens FROM "EndedGeneration" g
    JOIN "Token" t ON t.purpose = g.purpose AND t."realmGeneration" = g.generation
    JOIN "User" u ON u.id = t."userId"
    WHERE g.id = ANY($1::uuid[]) AND t."revokedAt" IS NULL AND least(t."idleAt", t."expiresAt") > g.at
      AND t.epoch >= u.epoch AND coalesce(u."disabledAt" > g.at, true)
    GROUP BY t.purpose`,
}

const forgetSignUpLinks = {
  name: "everyone_forget_sign_up_links",
  text: `DELETE FROM "SignUpLink" RETURNING 1`,
}
