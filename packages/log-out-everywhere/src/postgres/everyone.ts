import type { EndedToken, EveryonesTokens } from "../core/everyone.ts"
import { type CountRow, toCount } from "./count-rows.ts"
import { joinEpochEnd, joinOwnerAndRealm, liveAt, ownerAndRealm, schema } from "./judgement.ts"
import { layoutOf, type UsersTable } from "./layout.ts"
import type { Query } from "./query.ts"

/** Everyone's tokens, by a query on a pool or, for an act, on a transaction. */
export function everyonesTokens(query: Query, users: UsersTable): EveryonesTokens {
  const { type } = layoutOf(users)
  const ended = `"revokedAt" = $3::timestamptz, "revocationReason" = $4::text, "revokedById" = $5::${type}`
  const revoke = {
    name: "loe_everyone_revoke",
    text: `WITH ended AS (
      UPDATE ${schema}.token t SET ${ended} FROM ${ownerAndRealm}
        AND t.id = ANY ($1::uuid[]) AND t.id IS DISTINCT FROM $2::uuid AND ${liveAt("$3::timestamptz")}
      RETURNING t.id, t."userId", t.purpose, t."browserId"),
    forgotten AS (
      UPDATE ${schema}.token b SET ${ended} FROM ended WHERE b.id = ended."browserId" AND b."revokedAt" IS NULL)
    SELECT id, "userId", purpose FROM ended`,
  }
  // By the clock of the moment, since what waited for the lock began long before.
  const raise = {
    name: "loe_everyone_raise",
    text: `WITH raised AS (
      UPDATE ${schema}.realm SET generation = generation + 1 WHERE purpose = ANY ($1::text[])
      RETURNING purpose, generation)
    INSERT INTO ${schema}.ended_generation (purpose, generation, at, "byId")
    SELECT purpose, generation - 1, clock_timestamp(), $2::${type} FROM raised RETURNING id`,
  }
  return {
    async revoke(tokenIds, sparedTokenId, { at, reason, by }) {
      const values = [[...tokenIds], sparedTokenId, at, reason, by]
      const rows = await query<EndedToken>(revoke, values)
      return rows.map(({ id, userId, purpose }) => ({ id, userId: String(userId), purpose }))
    },

    async raiseGenerations(purposes, sparedTokenId, by) {
      await query(lockRealms, [])
      const ids = (await query<{ id: string }>(raise, [[...purposes], by])).map(({ id }) => id)
      if (sparedTokenId) await query(carry, [sparedTokenId, ids])
      return ids
    },

    async countVoided(generationIds) {
      return toCount(await query<CountRow>(countVoided, [[...generationIds]]))
    },

    async countLive(max) {
      const purposes = (await query<{ purpose: string }>(readPurposes, [])).map(
        (row) => row.purpose,
      )
      return toCount(
        await query<CountRow>({ text: countLive(purposes.length) }, [max, ...purposes]),
      )
    },
  }
}

// A transaction that shares a row does not queue: later sharers overtake an update that waits, for as long as
// there are any. One that shares a row of a table queues for the table, and this one is in that queue. It shuts
// out no reader, and needs no right but UPDATE.
const lockRealms = {
  name: "loe_everyone_lock",
  text: `LOCK TABLE ${schema}.realm IN EXCLUSIVE MODE`,
}

const carry = {
  name: "loe_everyone_carry",
  text: `UPDATE ${schema}.token t SET "realmGeneration" = g.generation + 1 FROM ${schema}.ended_generation g
    WHERE g.id = ANY ($2::uuid[]) AND g.purpose = t.purpose AND g.generation = t."realmGeneration" AND t.id = $1::uuid`,
}

// Without a name, since it may take its time. What was live then: an account that was disabled since, or an
// owner who logged out everywhere since, takes nothing from it.
const countVoided = {
  text: `SELECT t.purpose, count(*)::int AS tokens FROM ${schema}.ended_generation g
    JOIN ${schema}.token t ON t.purpose = g.purpose AND t."realmGeneration" = g.generation
    JOIN ${schema}.owner o ON o."userId" = t."userId" ${joinEpochEnd}
    WHERE g.id = ANY ($1::uuid[]) AND t."revokedAt" IS NULL AND least(t."idleAt", t."expiresAt") > g.at
      AND e.at IS NULL AND coalesce(o."disabledAt" > g.at, true)
    GROUP BY t.purpose`,
}

const readPurposes = { text: `SELECT purpose FROM ${schema}.realm` }

// Without a name, and each purpose by itself: planned for how far it counts, and for how many there are of the purpose.
const countLive = (purposes: number) =>
  Array.from(
    { length: purposes },
    (_, index) => `SELECT $${index + 2}::text AS purpose, count(*)::int AS tokens FROM (
      SELECT FROM ${schema}.token t ${joinOwnerAndRealm}
      WHERE t.purpose = $${index + 2}::text AND ${liveAt("now()")} LIMIT $1::int) live HAVING count(*) > 0`,
  ).join(" UNION ALL ")
