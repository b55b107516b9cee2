import { afterAll, beforeAll, expect, test } from "vitest"
import { withClient } from "@/scripts/postgres/prepare-database"
import { createTestDatabase, type TestDatabase } from "@/test/world/database"
import { seed } from "./seed"

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await withClient(database.ownerUrl, (owner) => seed(owner, "no hash", new Date()))
})
afterAll(() => database.drop())

test("the sample people have sessions in every state", async () => {
  const rows = await read(`
    SELECT DISTINCT coalesce("revocationReason"::text, CASE
      WHEN now() >= "expiresAt" THEN 'expired' WHEN now() >= "idleAt" THEN 'idle' ELSE 'active'
    END) AS state FROM log_out_everywhere.token`)
  expect(rows.map(({ state }) => state)).toEqual(
    expect.arrayContaining(["active", "idle", "expired", "log_out", "password_change"]),
  )
})

test("each person to log in as has two active sessions and an API token", async () => {
  const rows = await read(`
    SELECT email, count(*) FILTER (WHERE purpose = 'session')::int AS sessions,
      count(*) FILTER (WHERE purpose = 'api')::int AS api FROM log_out_everywhere.token JOIN "User" ON "User".id = "userId"
    WHERE "revokedAt" IS NULL AND now() < least("idleAt", "expiresAt")
      AND email IN ('admin@example.com', 'ann@example.com', 'bob@example.com')
    GROUP BY email ORDER BY email`)
  expect(rows).toEqual([
    { email: "admin@example.com", sessions: 2, api: 1 },
    { email: "ann@example.com", sessions: 2, api: 1 },
    { email: "bob@example.com", sessions: 2, api: 1 },
  ])
})

test("what the audit log says of each act is what its sessions say", async () => {
  const rows = await read(`
    SELECT "AuditEvent".id FROM "AuditEvent"
    WHERE scope IS NOT NULL AND count <> (
      SELECT count(*) FROM log_out_everywhere.token
      WHERE "userId" = "targetId" AND "revokedAt" = at AND "revokedById" = "actorId"
        AND "revocationReason"::text = reason)`)
  expect(rows).toEqual([])
})

test("no session lived through an act that ended all of its owner's", async () => {
  const rows = await read(`
    SELECT token.id FROM log_out_everywhere.token JOIN "AuditEvent" ON "targetId" = "userId"
    WHERE scope IN ('others', 'everywhere') AND "issuedAt" < at
      AND at < least("expiresAt", "revokedAt")`)
  expect(rows).toEqual([])
})

test("no session that nobody ended bears an old epoch", async () => {
  const rows = await read(`
    SELECT token.id FROM log_out_everywhere.token JOIN log_out_everywhere.owner USING ("userId")
    WHERE "revokedAt" IS NULL AND token.epoch <> owner.epoch`)
  expect(rows).toEqual([])
})

test("nothing happened after now or before its beginning", async () => {
  const rows = await read(`
    SELECT id FROM log_out_everywhere.token WHERE "lastActiveAt" > now() OR "lastActiveAt" < "issuedAt"
      OR "revokedAt" > now() OR "revokedAt" < "lastActiveAt"
    UNION ALL SELECT id FROM "AuditEvent" WHERE at > now()`)
  expect(rows).toEqual([])
})

async function read(sql: string): Promise<Record<string, unknown>[]> {
  return withClient(database.ownerUrl, async (owner) => (await owner.query(sql)).rows)
}
