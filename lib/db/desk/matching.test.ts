import { randomUUID } from "node:crypto"
import { afterAll, describe, expect, test } from "vitest"
import type { TokenQuery } from "@/lib/names/token-filter"
import { logOutFor } from "@/lib/users/log-in/log-out"
import { addSessions, foundPage, type Search } from "@/test/world/listed-tokens"
import { addPerson, createWorld, issueTo } from "@/test/world/people"
import type { FoundToken } from "./token-directory"
import { withinTime } from "./within-time"

const world = await createWorld()
afterAll(world.close)
const { sql } = world

const found = async (search: Search) => (await foundPage(world, search)).items

const owners = async (search: Search) => [
  ...new Set((await found(search)).map(({ owner }) => owner.email)),
]

describe("a person", () => {
  test("is found by any part of an email address, whatever the case, or by the id", async () => {
    const id = await addSessions(world, "carla.b@search.example", 1)
    await addSessions(world, "dora@search.example", 1)
    for (const person of ["ARLA.B@", "carla.b@search.example", id]) {
      expect(await owners({ person })).toEqual(["carla.b@search.example"])
    }
  })

  test.each(["%", "_", "\\", "\0", "' OR 1=1 --", "\ud800"])(
    "takes %j as it stands",
    async (text) => {
      await addSessions(world, `plain${randomUUID()}@search.example`, 1)
      expect(await found({ person: `plain${text}` })).toEqual(
        /[\0\ud800]/.test(text) ? await found({ person: "plain" }) : [],
      )
    },
  )
})

describe("a filter", () => {
  test("by status agrees with the status that is shown", async () => {
    const id = await addSessions(world, "statuses@filter.example", 5)
    const changes = {
      idle: `"idleAt" = now() - interval '1 second'`,
      expired: `"expiresAt" = now() - interval '1 second'`,
      revoked: `"revokedAt" = now(), "revocationReason" = 'log_out'`,
    }
    for (const [status, change] of Object.entries(changes)) {
      await sql(
        `UPDATE log_out_everywhere.token SET ${change}, name = $2 WHERE id = (
           SELECT id FROM log_out_everywhere.token WHERE "userId" = $1 AND name IS NULL LIMIT 1)`,
        [id, status],
      )
    }

    for (const [status, count] of [
      ["active", 2],
      ["idle", 1],
      ["expired", 1],
      ["revoked", 1],
    ] as const) {
      const query = { person: "statuses@", status }
      expect((await found(query)).map((session) => session.status)).toEqual(
        Array(count).fill(status),
      )
      expect((await foundPage(world, query)).count).toEqual({ count, isExact: true })
    }
  })

  test("by device keeps that kind only", async () => {
    await addSessions(world, "phone@filter.example", 2, "192.0.2.1", "phone")
    await addSessions(world, "tablet@filter.example", 2, "192.0.2.1", "tablet")
    expect(await owners({ person: "@filter.example", device: "phone" })).toEqual([
      "phone@filter.example",
    ])
  })
})

test.each<[string, TokenQuery, string]>([
  ["an address", { address: "203.0.113.9" }, `address = '203.0.113.9'`],
  ["a range", { address: "203.0.112.0/20" }, `address = '203.0.113.9'`],
  ["the beginning of addresses", { address: "203.0." }, `address = '203.0.113.9'`],
  ["a range of IPv6", { address: "2001:db8:77::/48" }, `address = '2001:db8:77::cafe'`],
  ["a browser, however it is spelled", { browser: "firefox" }, `browser = 'Firefox'`],
  ["a system", { system: "Linux" }, `system = 'Linux'`],
  ["a way in", { method: "github" }, `method = 'github'`],
  ["a purpose", { purpose: "report" }, `purpose = 'report'`],
  ["a beginning at a time or later", { since: "7d" }, `"issuedAt" = now() - interval '6 days'`],
  ["a beginning before", { until: "3d", since: "5d" }, `"issuedAt" = now() - interval '4 days'`],
  ["how long unused", { idle: "20h" }, `"lastActiveAt" = now() - interval '21 hours'`],
  ["how soon it expires", { expires: "2h" }, `"expiresAt" = now() + interval '1 hour'`],
  ["why it ended", { reason: "reported" }, `"revokedAt" = now(), "revocationReason" = 'reported'`],
])("%s tells the one token apart that has it", async (_, query, change) => {
  const id = await addSessions(world, `${randomUUID()}@apart.example`, 3)
  const others = { person: id, purpose: "any", status: "any" }
  await sql(
    `UPDATE log_out_everywhere.token SET "issuedAt" = now() - interval '30 days', "lastActiveAt" = now() WHERE "userId" = $1`,
    [id],
  )
  const [changed] = await sql<{ id: string }>(
    `UPDATE log_out_everywhere.token SET ${change} WHERE id = (
       SELECT id FROM log_out_everywhere.token WHERE "userId" = $1 LIMIT 1) RETURNING id`,
    [id],
  )
  for (const isWalked of [false, true]) {
    for (const sort of ["active", "started", "email"] as const) {
      expect((await foundPage(world, { ...others, sort, isWalked })).items).toHaveLength(3)
      const { items } = await foundPage(world, { ...others, ...query, sort, isWalked })
      expect(items.map(idOf)).toEqual([changed?.id])
    }
  }
})

test("a role tells the tokens of those who have it", async () => {
  const admin = await addPerson(world, { role: "admin" })
  await issueTo(world, admin)
  await addSessions(world, "mere@role.example", 1)
  expect(await owners({ role: "admin" })).toEqual([admin.email])
})

test("filters are combined: each narrows what the others have found", async () => {
  await addSessions(world, "a@both.example", 1, "198.51.100.1", "phone")
  await addSessions(world, "b@both.example", 1, "198.51.100.2", "tablet")
  await addSessions(world, "c@both.example", 1, "203.0.113.1", "phone")
  const both = { person: "both.example", address: "198.51.100.0/24", device: "phone" }
  expect(await owners(both)).toEqual(["a@both.example"])
})

test("what was logged out everywhere is found by that reason, though no row of a token says it", async () => {
  const ann = await addPerson(world)
  await issueTo(world, ann)
  await logOutFor(world, ann.id, { kind: "everywhere", purposes: ["session"] })
  for (const reason of ["log_out_everywhere", "password_change"] as const) {
    const owner = reason === "log_out_everywhere" ? [ann.email] : []
    expect(await owners({ person: ann.id, reason })).toEqual(owner)
  }
})

test("what would take too long is not found, and named so", async () => {
  const hanging = await withinTime(
    world.connection.pool,
    (client) => client.query("SELECT pg_sleep(5)"),
    20,
  )
  expect(hanging).toEqual({ ok: false, failure: "too_wide" })
})

const idOf = ({ token }: FoundToken) => token.id
