import { afterAll, expect, test } from "vitest"
import { agedSession } from "@/test/world/aged-session"
import { addOn, addPerson, createWorld, issueTo, type Person } from "@/test/world/people"
import { expunge } from "./expunger"

const world = await createWorld()
afterAll(world.close)

const day = 24 * 60 * 60_000
const retention = { endedMs: 90 * day, auditMs: 400 * day, addressMs: 30 * day }

const isThere = async (id: string) =>
  (await world.sql(`SELECT 1 FROM ${addOn}.token WHERE id = $1`, [id])).length === 1

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
  const id = await agedSession(world, await addPerson(world), columns)
  expect(await isThere(id)).toBe(true)

  await expunge(world.connection, retention)
  expect(await isThere(id)).toBe(stays)
})

test.each([
  ["just within the retention time stays", "89 days 23 hours", true],
  ["just before it goes", "90 days 1 minute", false],
])(
  "what an act ended %s, however long it would have lived, and the act with it",
  async (_, ago, stays) => {
    const ann = await addPerson(world)
    const id = await agedSession(world, ann, {
      issuedAt: "100 days",
      idleAt: "-100 days",
      expiresAt: "-100 days",
    })
    await world.transact(({ tokens }, now) =>
      tokens.raiseEpoch(
        ann.id,
        { at: now, reason: "log_out", by: null },
        { purposes: ["session"] },
      ),
    )
    await world.sql(
      `UPDATE ${addOn}.ended_epoch SET at = now() - $2::interval WHERE "userId" = $1`,
      [ann.id, ago],
    )

    await expunge(world.connection, retention)
    expect(await isThere(id)).toBe(stays)
    const acts = await world.sql(`SELECT FROM ${addOn}.ended_epoch WHERE "userId" = $1`, [ann.id])
    expect(acts.length === 1).toBe(stays)
  },
)

test.each([
  ["that waits stays within the retention time", "89 days", { nextTryAt: "0 days" }, true],
  ["that still waits after it goes", "91 days", { nextTryAt: "0 days" }, false],
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
    `INSERT INTO ${addOn}.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt")
     SELECT sha256(n::text::bytea), 'session', $1, 0, 0, 'password', at, at, at, at, at
     FROM generate_series(1, 2500) n, (SELECT now() - interval '91 days' AS at) AS long_ago`,
    [person.id],
  )
  expect(await expunge(world.connection, retention)).toMatchObject({ tokens: 2500 })
  expect(await expunge(world.connection, retention)).toMatchObject({ tokens: 0 })
})

test("of what one person has ended the latest thousand stay, and everything that lives", async () => {
  const [busy, other] = [await addPerson(world), await addPerson(world)]
  await issueTo(world, busy)
  const lastOf = (count: number, { id }: Person) =>
    world.sql(
      `INSERT INTO ${addOn}.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
         "lastActiveAt", "idleAt", "expiresAt")
       SELECT sha256(($1 || n)::bytea), 'session', $1::uuid, 0, 0, 'password', at, at, at, at, at
       FROM generate_series(1, $2) n, LATERAL (SELECT now() - n * interval '1 minute' AS at) AS ago`,
      [id, count],
    )
  await lastOf(1_010, busy)
  await lastOf(20, other)
  expect(await expunge(world.connection, retention)).toMatchObject({ surplusTokens: 10 })

  const left = await world.sql(
    `SELECT count(*)::int, count(*) FILTER (WHERE "expiresAt" > now())::int AS live,
       min("expiresAt") > now() - interval '1001 minutes' AS "areLatest"
     FROM ${addOn}.token WHERE "userId" = $1`,
    [busy.id],
  )
  expect(left).toEqual([{ count: 1_001, live: 1, areLatest: true }])
})

test.each([
  ["a generation that everyone's tokens have outgrown", "91 days", false],
  ["a generation that ended lately", "89 days", true],
])("%s goes, or stays", async (_, age, stays) => {
  const insert = `INSERT INTO ${addOn}.ended_generation (purpose, generation, at)
    VALUES ('session', $1, now() - $2::interval) RETURNING id`
  const [ended] = await world.sql<{ id: string }>(insert, [stays ? 101 : 100, age])
  await expunge(world.connection, retention)
  const left = await world.sql(`SELECT FROM ${addOn}.ended_generation WHERE id = $1`, [ended?.id])
  expect(left.length === 1).toBe(stays)
})

test("a generation stays as long as a token bears it: lists ask when it ended", async () => {
  const { token } = await issueTo(world, await addPerson(world))
  await world.sql(`UPDATE ${addOn}.token SET "realmGeneration" = 200 WHERE id = $1`, [token.id])
  await world.sql(
    `INSERT INTO ${addOn}.ended_generation (purpose, generation, at) VALUES ('session', 200, now() - interval '91 days')`,
  )
  const isLeft = async () =>
    (await world.sql(`SELECT FROM ${addOn}.ended_generation WHERE generation = 200`)).length === 1
  await expunge(world.connection, retention)
  expect(await isLeft()).toBe(true)
  await world.sql(`DELETE FROM ${addOn}.token WHERE id = $1`, [token.id])
  await expunge(world.connection, retention)
  expect(await isLeft()).toBe(false)
})

test.each([
  ["a mail that was sent lately", { sentAt: "89 days", createdAt: "91 days" }, true],
  ["a mail that was sent long ago", { sentAt: "91 days", createdAt: "91 days" }, false],
  ["a mail that was given up lately", { createdAt: "89 days" }, true],
  ["a mail that was given up long ago", { createdAt: "91 days" }, false],
  ["a mail that waits", { createdAt: "1 day", nextTryAt: "1 minute" }, true],
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
