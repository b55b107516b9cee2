import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { tokenStatus } from "@/lib/tokens"
import { createWorld } from "@/scripts/test-people"
import { hasStatus, liveAt, type TokenRow, tokenColumns, toToken } from "./token-row"

const world = await createWorld()
afterAll(world.close)
const { sql } = world

const statuses = ["active", "idle", "expired", "revoked"] as const
const instant = new Date("2026-11-22T12:00:00.000Z")
const at = "$1::timestamptz"

interface JudgedRow extends TokenRow {
  ownerEpoch: number
  isDisabled: boolean
  generation: number
  isLive: boolean
  judged: string[]
}

test("SQL and tokenStatus judge alike, at every side of every boundary", async () => {
  const [enabled, disabled] = [randomUUID(), randomUUID()]
  await sql(
    `INSERT INTO "User" (id, email, epoch, "disabledAt")
     VALUES ($1, 'enabled@example.com', 1, NULL), ($2, 'disabled@example.com', 1, now())`,
    [enabled, disabled],
  )
  await sql(`UPDATE "Realm" SET generation = 1 WHERE purpose = 'session'`)
  await sql(
    `INSERT INTO "Token" (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", "revokedAt", "revocationReason")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', owner, epoch, generation, 'password', ${at}, ${at}, ${at},
       ${at} + idle * interval '1 ms', ${at} + expires * interval '1 ms',
       CASE WHEN revoked THEN ${at} END, CASE WHEN revoked THEN 'log_out'::"RevocationReason" END
     FROM unnest(ARRAY[$2, $3]::uuid[]) owner, generate_series(0, 1) epoch, generate_series(0, 1) generation,
       generate_series(-1, 1) idle, generate_series(-1, 1) expires, unnest(ARRAY[false, true]) revoked`,
    [instant, enabled, disabled],
  )

  const judged = statuses.map((status) => `CASE WHEN ${hasStatus(status, at)} THEN '${status}' END`)
  const rows = await sql<JudgedRow>(
    `SELECT ${tokenColumns}, u.epoch AS "ownerEpoch", u."disabledAt" IS NOT NULL AS "isDisabled", r.generation,
       ${liveAt(at)} AS "isLive", array_remove(ARRAY[${judged}], NULL) AS judged
     FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose`,
    [instant],
  )

  expect(rows).toHaveLength(2 * 2 * 2 * 3 * 3 * 2)
  for (const row of rows) {
    const owner = {
      id: row.userId,
      epoch: row.ownerEpoch,
      role: "user",
      isDisabled: row.isDisabled,
    }
    const status = tokenStatus(toToken(row), owner, row.generation, instant)
    expect(row.judged).toEqual([status])
    expect(row.isLive).toBe(status === "active")
  }
  expect(new Set(rows.flatMap(({ judged }) => judged)).size).toBe(statuses.length)
})
