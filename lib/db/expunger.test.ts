import { afterAll, expect, test } from "vitest"
import { addPerson, createWorld, issueTo, type Person } from "@/scripts/test-people"
import { expunge } from "./expunger"

const world = await createWorld()
afterAll(world.close)

const day = 24 * 60 * 60_000
const retention = { endedMs: 90 * day, auditMs: 400 * day }

/** A session whose columns are then set, as intervals before now. */
async function aged(person: Person, columns: Readonly<Record<string, string>>): Promise<string> {
  const { token } = await issueTo(world, person)
  const sets = Object.entries(columns).map(([name, ago]) => `"${name}" = now() - interval '${ago}'`)
  const reason = "revokedAt" in columns ? `, "revocationReason" = 'log_out'` : ""
  await world.sql(`UPDATE "Token" SET ${sets.join(", ")}${reason} WHERE id = $1`, [token.id])
  return token.id
}

const isThere = async (id: string) =>
  (await world.sql(`SELECT 1 FROM "Token" WHERE id = $1`, [id])).length === 1

test.each([
  ["a live session stays", { lastActiveAt: "1 minute" }, true],
  ["revoked just within the retention time stays", { revokedAt: "89 days 23 hours" }, true],
  ["revoked just before it goes", { revokedAt: "90 days 1 minute" }, false],
  ["expired just within it stays", { expiresAt: "89 days 23 hours" }, true],
  ["expired just before it goes", { expiresAt: "90 days 1 minute" }, false],
  ["idle just within it stays", { idleAt: "89 days 23 hours" }, true],
  ["idle just before it goes", { idleAt: "90 days 1 minute" }, false],
  [
    "revoked lately stays, however long ago it would have expired",
    { revokedAt: "1 day", expiresAt: "200 days" },
    true,
  ],
])("%s", async (_, columns, stays) => {
  const id = await aged(await addPerson(world), columns)
  expect(await isThere(id)).toBe(true)

  await expunge(world.connection, retention)
  expect(await isThere(id)).toBe(stays)
})

test.each([
  ["that waits stays, however old", "400 days", { nextTryAt: "0 days" }, true],
  ["given up just within the retention time stays", "89 days 23 hours", {}, true],
  ["given up just before it goes", "90 days 1 minute", {}, false],
  ["sent just within it stays", "91 days", { sentAt: "89 days 23 hours" }, true],
  ["sent just before it goes", "91 days", { sentAt: "90 days 1 minute" }, false],
])("a mail %s", async (_, written, { nextTryAt, sentAt }: Record<string, string>, stays) => {
  const [mail] = await world.sql<{ id: string }>(
    `INSERT INTO "OutboxMail" (kind, "to", "createdAt", "nextTryAt", "sentAt") VALUES ('new_device',
       'ann@example.com', now() - $1::interval, now() - $2::interval, now() - $3::interval) RETURNING id`,
    [written, nextTryAt, sentAt],
  )
  await expunge(world.connection, retention)
  const left = await world.sql(`SELECT FROM "OutboxMail" WHERE id = $1`, [mail?.id])
  expect(left.length === 1).toBe(stays)
})

test("what ended goes in batches, until none is left, and is counted", async () => {
  const person = await addPerson(world)
  await world.sql(
    `INSERT INTO "Token" (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt")
     SELECT sha256(n::text::bytea), 'session', $1, 0, 0, 'password', at, at, at, at, at
     FROM generate_series(1, 2500) n, (SELECT now() - interval '91 days' AS at) AS long_ago`,
    [person.id],
  )
  expect(await expunge(world.connection, retention)).toMatchObject({ tokens: 2500 })
  expect(await expunge(world.connection, retention)).toMatchObject({ tokens: 0 })
})

test.each([
  ["a mail that was sent lately", { sentAt: "89 days", createdAt: "91 days" }, true],
  ["a mail that was sent long ago", { sentAt: "91 days", createdAt: "91 days" }, false],
  ["a mail that was given up lately", { createdAt: "89 days" }, true],
  ["a mail that was given up long ago", { createdAt: "91 days" }, false],
  ["a mail that waits", { createdAt: "91 days", nextTryAt: "1 minute" }, true],
])("%s goes, or stays", async (_, ages: Record<string, string>, stays) => {
  const columns = ["sentAt", "createdAt", "nextTryAt"]
  const [mail] = await world.sql<{ id: string }>(
    `INSERT INTO "OutboxMail" (kind, "to", ${columns.map((each) => `"${each}"`)})
     VALUES ('password_reset', 'ann@example.com', ${columns.map((_, at) => `now() - $${at + 1}::interval`)})
     RETURNING id`,
    columns.map((each) => ages[each] ?? null),
  )
  await expunge(world.connection, retention)
  const left = await world.sql(`SELECT 1 FROM "OutboxMail" WHERE id = $1`, [mail?.id])
  expect(left).toHaveLength(stays ? 1 : 0)
})

test("the audit log forgets after its own time, and the app cannot make it forget sooner", async () => {
  const [young, old] = ["399 days", "401 days"]
  const insert = `INSERT INTO "AuditEvent" (id, at, action) VALUES (gen_random_uuid(), now() - $1::interval, $1)`
  for (const age of ["10 days", young, old]) await world.sql(insert, [age])
  const left = async () =>
    (await world.sql<{ action: string }>(`SELECT action FROM "AuditEvent" ORDER BY at`)).map(
      ({ action }) => action,
    )

  await expunge(world.connection, retention)
  expect(await left()).toEqual([young, "10 days"])

  await expunge(world.connection, { ...retention, auditMs: 0 })
  expect(await left()).toEqual(["10 days"])
})

test("while one process expunges, another does nothing", async () => {
  const other = await world.connection.pool.connect()
  await other.query("SELECT pg_advisory_lock(4713083)")
  expect(await expunge(world.connection, retention)).toBeNull()

  await other.query("SELECT pg_advisory_unlock(4713083)")
  other.release()
  expect(await expunge(world.connection, retention)).not.toBeNull()
})
