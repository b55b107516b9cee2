import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createAdopter } from "@/test/adopters/adopter"
import { tokenStatus } from "../core/policy.ts"
import {
  isRevokedAt,
  joinEnds,
  joinEpochEnd,
  joinOwnerAndRealm,
  liveAt,
  statusAt,
} from "./judgement.ts"
import { type TokenRow, tokenColumns, toToken } from "./token-row.ts"

const adopter = await createAdopter("uuid")
afterAll(adopter.close)
const { sql } = adopter

const statuses = ["active", "idle", "expired", "revoked"] as const
const instant = new Date("2026-11-22T12:00:00.000Z")
const before = new Date(+instant - 1)
const at = "$1::timestamptz"

interface JudgedRow extends TokenRow {
  ownerEpoch: number
  disabledAt: Date | null
  generation: number
  generationEndedAt: Date | null
  epochEndedAt: Date | null
  isLive: boolean
  isRevoked: boolean
  shown: string
}

let rows: readonly JudgedRow[]

beforeAll(async () => {
  const owners = [randomUUID(), randomUUID(), randomUUID()]
  await sql(`INSERT INTO "User" (id) SELECT unnest($1::uuid[])`, [owners])
  await sql(
    `INSERT INTO log_out_everywhere.owner ("userId", epoch, "disabledAt")
     VALUES ($1, 1, NULL), ($2, 1, $4), ($3, 1, $5)`,
    [...owners, before, instant],
  )
  // Of the third nobody knows when it ended, and the fourth is the present one.
  await sql("UPDATE log_out_everywhere.realm SET generation = 3 WHERE purpose = 'session'")
  await sql(
    `INSERT INTO log_out_everywhere.ended_generation (purpose, generation, at)
     VALUES ('session', 0, $1), ('session', 1, $2)`,
    [before, instant],
  )
  // An act raised the first one's epoch, one millisecond ago.
  await sql(
    `INSERT INTO log_out_everywhere.ended_epoch ("userId", epoch, at, reason, purposes, generations)
     VALUES ($1, 0, $2, 'log_out_everywhere', '{session}', '{0}')`,
    [owners[0], before],
  )
  await sql(
    `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt",
       "provedAt", "lastActiveAt", "idleAt", "expiresAt", "revokedAt", "revocationReason")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', owner, epoch, generation, 'password', ${at}, ${at}, ${at},
       ${at} + idle * interval '1 ms', ${at} + expires * interval '1 ms',
       CASE WHEN revoked THEN ${at} END, CASE WHEN revoked THEN 'log_out' END
     FROM unnest($2::uuid[]) owner, generate_series(0, 1) epoch, generate_series(0, 3) generation,
       generate_series(-1, 1) idle, generate_series(-1, 1) expires, unnest(ARRAY[false, true]) revoked`,
    [instant, owners],
  )
  rows = await sql<JudgedRow>(
    `SELECT ${tokenColumns}, o.epoch AS "ownerEpoch", o."disabledAt", r.generation, g.at AS "generationEndedAt",
       e.at AS "epochEndedAt", ${liveAt(at)} AS "isLive", ${isRevokedAt(at)} AS "isRevoked", ${statusAt(at)} AS shown
     FROM log_out_everywhere.token t ${joinOwnerAndRealm} ${joinEnds}`,
    [instant],
  )
  expect(rows).toHaveLength(3 * 2 * 4 * 3 * 3 * 2)
})

test("SQL and tokenStatus judge alike what is live, at every side of every boundary", () => {
  for (const row of rows) expect(row.isLive).toBe(statusOf(row) === "active")
  expect(rows.filter(({ isLive }) => isLive)).toHaveLength(1)
})

test("what is shown is what tokenStatus says, but that the first end stays the end", () => {
  for (const row of rows) {
    expect(row.isRevoked).toBe(row.shown === "revoked")
    const own = statusOf(row, { isDisabled: false, generation: row.realmGeneration })
    expect(row.shown).toBe(wasOverBefore(row) ? own : statusOf(row))
  }
  expect(new Set(rows.map(({ shown }) => shown)).size).toBe(statuses.length)
})

test("the view says of each token's end, and of its life, what the conditions say", async () => {
  const byEpoch = await sql(
    `SELECT t.id FROM log_out_everywhere.token t ${joinEpochEnd} WHERE e.at IS NOT NULL`,
  )
  expect(byEpoch.length).toBeGreaterThan(0)
  expect(byEpoch.length).toBeLessThan(rows.length)
  const seen = await sql(`SELECT id, "revokedAt", "revocationReason", "isLive", "isRevoked", status
    FROM log_out_everywhere.token_status ORDER BY id`)
  expect(seen).toEqual(
    await sql(
      `SELECT t.id, coalesce(e.at, t."revokedAt") AS "revokedAt",
         coalesce(e.reason, t."revocationReason") AS "revocationReason", ${liveAt("now()")} AS "isLive",
         ${isRevokedAt("now()")} AS "isRevoked", ${statusAt("now()")} AS status
       FROM log_out_everywhere.token t ${joinOwnerAndRealm} ${joinEnds} ORDER BY t.id`,
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
  const owner = { id: String(row.userId), epoch: row.ownerEpoch, role: "user", isDisabled }
  const { epochEndedAt: endedAt } = row
  const end = endedAt && ({ at: endedAt, reason: "log_out_everywhere", by: null } as const)
  return tokenStatus({ token: toToken(row, end), owner, realmGeneration: generation, now: instant })
}

/** Before its owner was disabled, and before everyone was logged out. */
function wasOverBefore({ idleAt, expiresAt, ...row }: JudgedRow): boolean {
  const end = Math.min(+new Date(idleAt), +new Date(expiresAt))
  if (row.disabledAt && end > +row.disabledAt) return false
  if (row.realmGeneration === row.generation) return true
  return row.generationEndedAt !== null && end <= +row.generationEndedAt
}
