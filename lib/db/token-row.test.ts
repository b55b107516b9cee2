import { randomUUID } from "node:crypto"
import { tokenStatus } from "log-out-everywhere"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createWorld } from "@/scripts/test-people"
import { hasStatus, joinEnds, statusAt } from "./shown-status"
import { joinEpochEnd, liveAt, type TokenRow, tokenColumns, toToken } from "./token-row"

const world = await createWorld()
afterAll(world.close)
const { sql } = world

const statuses = ["active", "idle", "expired", "revoked"] as const
const instant = new Date("2026-11-22T12:00:00.000Z")
const before = new Date(+instant - 1)
const at = "$1::timestamptz"

interface JudgedRow extends TokenRow {
  ownerEpoch: number
  disabledAt: Date | null
  generation: number
  generationEndedAt: Date | null
  isLive: boolean
  shown: string
  judged: string[]
}

let rows: readonly JudgedRow[]

beforeAll(async () => {
  const owners = [randomUUID(), randomUUID(), randomUUID()]
  await sql(
    `INSERT INTO "User" (id, email, epoch, "disabledAt")
     VALUES ($1, 'enabled@example.com', 1, NULL), ($2, 'before@example.com', 1, $4), ($3, 'now@example.com', 1, $5)`,
    [...owners, before, instant],
  )
  // Of the third nobody knows when it ended, and the fourth is the present one.
  await sql(`UPDATE "Realm" SET generation = 3 WHERE purpose = 'session'`)
  await sql(
    `INSERT INTO "EndedGeneration" (purpose, generation, at) VALUES ('session', 0, $1), ('session', 1, $2)`,
    [before, instant],
  )
  // An act raised the first one's epoch, one millisecond ago.
  await sql(
    `INSERT INTO "EndedEpoch" ("userId", epoch, at, reason, purposes) VALUES ($1, 0, $2, 'log_out_everywhere', '{session}')`,
    [owners[0], before],
  )
  await sql(
    `INSERT INTO "Token" (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", "revokedAt", "revocationReason")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', owner, epoch, generation, 'password', ${at}, ${at}, ${at},
       ${at} + idle * interval '1 ms', ${at} + expires * interval '1 ms',
       CASE WHEN revoked THEN ${at} END, CASE WHEN revoked THEN 'log_out'::"RevocationReason" END
     FROM unnest($2::uuid[]) owner, generate_series(0, 1) epoch, generate_series(0, 3) generation,
       generate_series(-1, 1) idle, generate_series(-1, 1) expires, unnest(ARRAY[false, true]) revoked`,
    [instant, owners],
  )

  const judged = statuses.map((status) => `CASE WHEN ${hasStatus(status, at)} THEN '${status}' END`)
  rows = await sql<JudgedRow>(
    `SELECT ${tokenColumns}, u.epoch AS "ownerEpoch", u."disabledAt", r.generation, g.at AS "generationEndedAt",
       ${liveAt(at)} AS "isLive", ${statusAt(at)} AS shown, array_remove(ARRAY[${judged}], NULL) AS judged
     FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose ${joinEnds}`,
    [instant],
  )
  expect(rows).toHaveLength(3 * 2 * 4 * 3 * 3 * 2)
})

test("SQL and tokenStatus judge alike what is live, at every side of every boundary", () => {
  for (const row of rows) expect(row.isLive).toBe(statusOf(row) === "active")
  expect(rows.filter(({ isLive }) => isLive)).toHaveLength(1)
})

test("what is shown is what is filtered by, and what tokenStatus says, but that the first end stays the end", () => {
  for (const row of rows) {
    expect(row.judged).toEqual([row.shown])
    const own = statusOf(row, { isDisabled: false, generation: row.realmGeneration })
    expect(row.shown).toBe(wasOverBefore(row) ? own : statusOf(row))
  }
  expect(new Set(rows.map(({ shown }) => shown)).size).toBe(statuses.length)
})

test("the view for people says of each token's end what the app reads", async () => {
  const byEpoch = await sql(`SELECT t.id FROM "Token" t ${joinEpochEnd} WHERE e.at IS NOT NULL`)
  expect(byEpoch.length).toBeGreaterThan(0)
  expect(byEpoch.length).toBeLessThan(rows.length)
  const ends = `"revokedAt", "revocationReason", "revokedById"`
  const seen = await sql(`SELECT id, ${ends} FROM token_status ORDER BY id`)
  expect(seen).toEqual(
    await sql(
      `SELECT id, ${ends} FROM (SELECT ${tokenColumns} FROM "Token" t ${joinEpochEnd}) t ORDER BY id`,
    ),
  )
})

function statusOf(
  row: JudgedRow,
  {
    isDisabled = row.disabledAt !== null,
    generation = row.generation,
  }: { isDisabled?: boolean; generation?: number } = {},
) {
  const owner = { id: row.userId, epoch: row.ownerEpoch, role: "user", isDisabled }
  return tokenStatus(toToken(row), owner, generation, instant)
}

/** Before its owner was disabled, and before everyone was logged out. */
function wasOverBefore({ idleAt, expiresAt, ...row }: JudgedRow): boolean {
  const end = Math.min(+new Date(idleAt), +new Date(expiresAt))
  if (row.disabledAt && end > +row.disabledAt) return false
  if (row.realmGeneration === row.generation) return true
  return row.generationEndedAt !== null && end <= +row.generationEndedAt
}
