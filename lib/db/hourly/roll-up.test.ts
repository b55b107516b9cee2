import { afterAll, beforeEach, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { expunge } from "@/lib/db/expunger"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { actorIn, addOn, addPerson, createWorld, issueTo } from "@/test/world/people"
import { networksKept } from "./counting"
import { rollUp } from "./roll-up"

const world = await createWorld()
afterAll(world.close)
const { sql } = world
const { retention } = authentication

beforeEach(async () => {
  for (const table of [`"HourlyCount"`, `"AuditEvent"`, `"User" CASCADE`])
    await sql(`TRUNCATE ${table}`)
})

const roll = () => rollUp(world.connection, retention)

interface Row {
  readonly measure: string
  readonly kind: string
  readonly part: string
  readonly count: number
  readonly hoursAgo: number
}

const rows = () =>
  sql<Row>(
    `SELECT measure, kind, part, count, extract(epoch FROM date_trunc('hour', now()) - hour)::int / 3600 AS "hoursAgo"
     FROM "HourlyCount" ORDER BY measure, kind, hour, part`,
  )

/** "ended reason 2h log_out: 1" */
const told = async (measure: string, kind: string) =>
  (await rows())
    .filter((row) => row.measure === measure && row.kind === kind)
    .map(({ hoursAgo, part, count }) => `${hoursAgo}h ${part}: ${count}`)

/** Half past, so that no test stands at the edge of an hour. */
const at = (hours: number) =>
  `(date_trunc('hour', now()) - interval '${hours} hours' + interval '30 minutes')`

async function session(columns: Readonly<Record<string, string>>) {
  const { id } = (await issueTo(world, await addPerson(world))).token
  const sets = Object.entries(columns).map(([name, value]) => `"${name}" = ${value}`)
  await sql(`UPDATE ${addOn}.token SET ${sets.join(", ")} WHERE id = $1`, [id])
}

const failure = (hours: number, address: string, action = "log_in_failed", count = "NULL") =>
  sql(
    `INSERT INTO "AuditEvent" (id, action, address, at, count)
     VALUES (gen_random_uuid(), $1, $2, ${at(hours)}, ${count})`,
    [action, address],
  )

test("a log-in is counted in its hour, by device, way in and purpose, and not before the hour is over", async () => {
  await session({ issuedAt: at(3), deviceKind: "'phone'", method: "'google'" })
  await session({ issuedAt: at(3) })
  await session({ issuedAt: at(0) })
  await roll()
  expect(await told("begun", "device")).toEqual(["3h desktop: 1", "3h phone: 1"])
  expect(await told("begun", "method")).toEqual(["3h google: 1", "3h password: 1"])
  expect(await told("begun", "purpose")).toEqual(["3h session: 2"])
})

test("an end is counted by its reason, once, where it came first", async () => {
  const long = { issuedAt: at(50), expiresAt: at(-50), idleAt: at(-50) }
  await session({ ...long, revokedAt: at(2), revocationReason: "'log_out'" })
  await session({ ...long, idleAt: at(4) })
  await session({ ...long, idleAt: at(4), revokedAt: at(2), revocationReason: "'replaced'" })
  await session({ ...long, expiresAt: at(5) })
  await session({ ...long, idleAt: at(0) })
  await roll()
  expect(await told("ended", "reason")).toEqual(["5h expired: 1", "4h idle: 2", "2h log_out: 1"])
  expect(await told("ended", "device")).toEqual(["5h desktop: 1", "4h desktop: 2", "2h desktop: 1"])
})

test("what an act on a person or on everyone ended is counted, though it wrote to no session", async () => {
  const [ann, root] = [await addPerson(world), await addPerson(world, { role: "admin" })]
  for (let time = 0; time < 3; time++) await issueTo(world, ann)
  await world.transact(({ tokens }, now) =>
    tokens.raiseEpoch(
      ann.id,
      { at: now, reason: "password_change", by: null },
      { purposes: ["session"] },
    ),
  )
  await issueTo(world, ann)
  const actor = actorIn(root, await issueTo(world, root))
  expect((await logEveryoneOut(world, actor, ["session"])).ok).toBe(true)
  await sql(`UPDATE ${addOn}.ended_epoch SET at = ${at(3)}`)
  await sql(`UPDATE ${addOn}.ended_generation SET at = ${at(2)}`)
  await roll()
  expect(await told("ended", "reason")).toEqual([
    "3h password_change: 3",
    "2h everyone_logged_out: 1",
  ])
  expect(await told("live", "purpose")).toEqual(["1h session: 1"])
})

test("failed log-ins are counted by act and network, and those that were only counted as often as they came", async () => {
  await failure(2, "198.51.100.7")
  await failure(2, "198.51.100.9")
  await failure(2, "2001:db8:1:2::3")
  await failure(2, "198.51.100.7", "log_in_throttled")
  await failure(2, "198.51.100.7", "log_in_throttled", "40")
  await failure(2, "no address")
  await roll()
  expect(await told("failed", "action")).toEqual(["2h log_in_failed: 4", "2h log_in_throttled: 40"])
  expect(await told("failed", "network")).toEqual([
    "2h 198.51.100.0/24: 42",
    "2h 2001:db8:1::/48: 1",
  ])
})

test("of many networks in one hour those with the most failures are kept", async () => {
  for (let network = 0; network < networksKept + 5; network++) await failure(2, `10.0.${network}.1`)
  await failure(2, "10.0.24.1")
  await roll()
  const networks = await told("failed", "network")
  expect(networks).toHaveLength(networksKept)
  expect(networks).toContain("2h 10.0.24.0/24: 2")
})

test("a second time changes nothing, and there is nothing to do until the next hour is over", async () => {
  await session({ issuedAt: at(2) })
  expect(await roll()).not.toBeNull()
  const once = await rows()
  expect(await roll()).toBeNull()

  await sql(`UPDATE "HourlyCount" SET hour = hour - interval '1 hour' WHERE measure = 'live'`)
  expect(await roll()).not.toBeNull()
  expect(await rows()).toEqual(once)
})

test("after a stop it counts every hour since, with what was committed late in the last one", async () => {
  await session({ issuedAt: at(5) })
  await roll()
  await sql(`UPDATE "HourlyCount" SET hour = hour - interval '4 hours' WHERE measure = 'live'`)
  for (const hours of [5, 3, 2]) await session({ issuedAt: at(hours) })
  await roll()
  expect(await told("begun", "purpose")).toEqual([
    "5h session: 2",
    "3h session: 1",
    "2h session: 1",
  ])
})

test("an empty hour was counted, too", async () => {
  expect(await roll()).not.toBeNull()
  expect(await told("live", "purpose")).toEqual(["1h session: 0"])
  expect(await roll()).toBeNull()
})

test("of two processes one counts", async () => {
  const client = await world.connection.pool.connect()
  await client.query("SELECT pg_advisory_lock(4713084)")
  expect(await roll()).toBeNull()
  client.release(true)
})

test("counts go after 400 days", async () => {
  await sql(
    `INSERT INTO "HourlyCount" VALUES ('begun', 'device', now() - interval '399 days', 'phone', 1),
       ('begun', 'device', now() - interval '401 days', 'phone', 1)`,
  )
  expect(await expunge(world.connection, retention)).toMatchObject({ hourlyCounts: 1 })
  expect(await rows()).toHaveLength(1)
})
