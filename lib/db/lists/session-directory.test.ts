import { randomUUID } from "node:crypto"
import { afterAll, describe, expect, test } from "vitest"
import { addPerson, createWorld, issueTo } from "@/test/world/people"
import { pageSize } from "./keyset"
import { type FoundSession, type SessionSearch, sessionDirectory } from "./session-directory"

const world = await createWorld()
afterAll(world.close)
const { sql } = world
const directory = sessionDirectory(world.connection)

const anything: SessionSearch = {
  text: "",
  status: null,
  deviceKind: null,
  sort: "active",
  isDescending: true,
}

/** Somebody with so many sessions, begun a minute apart and used in another order than begun. */
async function addSessions(email: string, count: number, address = "192.0.2.1", kind = "desktop") {
  const id = randomUUID()
  await sql(`INSERT INTO "User" (id, email) VALUES ($1, $2)`, [id, email])
  await sql(`INSERT INTO log_out_everywhere.owner ("userId") VALUES ($1)`, [id])
  await sql(
    `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", address, "deviceKind")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', $1, 0, 0, 'password', i, i,
       now() - (n * 7 % 11) * interval '1 minute', now() + interval '1 hour', now() + interval '5 hours', $3, $4
     FROM (SELECT n, now() - n * interval '1 minute' AS i FROM generate_series(1, $2::int) n) begun`,
    [id, count, address, kind],
  )
  return id
}

async function found(search: Partial<SessionSearch>): Promise<readonly FoundSession[]> {
  return (await directory.page({ ...anything, ...search })).items
}

const owners = async (search: Partial<SessionSearch>) => [
  ...new Set((await found(search)).map(({ owner }) => owner.email)),
]

describe("a search", () => {
  test("finds by any part of an e-mail address or of a network address, whatever the case", async () => {
    await addSessions("carla.b@search.example", 1, "198.51.100.77")
    await addSessions("dora@search.example", 1, "2001:DB8:77::CAFE")

    expect(await owners({ text: "ARLA.B@" })).toEqual(["carla.b@search.example"])
    expect(await owners({ text: "51.100.7" })).toEqual(["carla.b@search.example"])
    expect(await owners({ text: "db8:77::cafe" })).toEqual(["dora@search.example"])
    expect(await owners({ text: "a", status: "active" })).toEqual(
      expect.arrayContaining(["carla.b@search.example", "dora@search.example"]),
    )
  })

  test.each(["%", "_", "\\", "\0", "' OR 1=1 --", "\ud800"])(
    "takes %j as it stands",
    async (text) => {
      await addSessions(`plain${randomUUID()}@search.example`, 1)
      expect(await found({ text: `plain${text}` })).toEqual(
        text === "\0" ? await found({ text: "plain" }) : [],
      )
    },
  )

  test("finds a session once that matches in both ways", async () => {
    await addSessions("10.20.30@both.example", 1, "10.20.30.40")
    expect(await found({ text: "10.20.30" })).toHaveLength(1)
    expect(await directory.count({ ...anything, text: "10.20.30" }, 1_000)).toBe(1)
  })

  test("does not find tokens of another purpose", async () => {
    const person = await addPerson(world)
    await issueTo(world, person, { purpose: "api" })
    expect(await found({ text: person.email })).toEqual([])
  })
})

describe("a filter", () => {
  test("by status agrees with the status that is shown", async () => {
    const id = await addSessions("statuses@filter.example", 5)
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
      const filter = { ...anything, text: "statuses@", status }
      expect((await found(filter)).map((session) => session.status)).toEqual(
        Array(count).fill(status),
      )
      expect(await directory.count(filter, 1_000)).toBe(count)
    }
  })

  test("by device keeps that kind only", async () => {
    await addSessions("phone@filter.example", 2, "192.0.2.1", "phone")
    await addSessions("tablet@filter.example", 2, "192.0.2.1", "tablet")
    expect(await owners({ text: "@filter.example", deviceKind: "phone" })).toEqual([
      "phone@filter.example",
    ])
  })
})

describe("pages", () => {
  test.each(
    (["active", "started", "email"] as const).flatMap((sort) =>
      ([null, "active"] as const).flatMap((status) =>
        [true, false].map((isDescending) => ({ sort, isDescending, status })),
      ),
    ),
  )(
    "sorted as $sort lead through every session once, there and back: $isDescending, $status",
    async (order) => {
      const domain = `${randomUUID()}.example`
      await addSessions(`ann@${domain}`, pageSize + 10)
      await addSessions(`bob@${domain}`, pageSize + 10)
      const search = { ...anything, ...order, text: domain }

      const pages = [await directory.page(search)]
      for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
        pages.push(await directory.page({ ...search, after: next }))
      }
      const sessions = pages.flatMap(({ items }) => items)
      expect(pages.map(({ items }) => items.length)).toEqual([pageSize, pageSize, 20])
      expect(new Set(sessions.map(({ token }) => token.id)).size).toBe(120)
      const keys = sessions.map(({ token, owner }) =>
        order.sort === "email"
          ? owner.email
          : +(order.sort === "active" ? token.lastActiveAt : token.issuedAt),
      )
      const sorted = [...keys].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
      expect(keys).toEqual(order.isDescending ? sorted.reverse() : sorted)

      const back = await directory.page({ ...search, before: pages[2]?.previous ?? "" })
      expect(back).toEqual({ ...pages[1], items: back.items })
      expect(back.items.map(idOf)).toEqual(pages[1]?.items.map(idOf))
      const first = await directory.page({ ...search, before: back.previous ?? "" })
      expect(first.items.map(idOf)).toEqual(pages[0]?.items.map(idOf))
      expect(first.previous).toBeNull()
    },
  )

  test.each([
    "garbage",
    "",
    encoded("no tuple"),
    encoded([1, "no id"]),
    encoded(["2026-11-22", randomUUID()]),
    encoded([8.64e15, randomUUID()]),
    encoded([-1, randomUUID()]),
  ])("begin with the first where the place %j is none", async (place) => {
    const first = await found({})
    for (const request of [{ after: place }, { before: place }]) {
      expect((await found(request)).map(idOf)).toEqual(first.map(idOf))
    }
  })

  test("sorted by e-mail take no place with a NUL in it", async () => {
    const after = encoded(["a\0", randomUUID()])
    const page = await found({ sort: "email", after })
    expect(page.map(idOf)).toEqual((await found({ sort: "email" })).map(idOf))
  })
})

test("the count goes no further than it is told to", async () => {
  const filter = { ...anything, text: "counted@count.example" }
  await addSessions("counted@count.example", 12)
  expect(await directory.count(filter, 10)).toBe(10)
  expect(await directory.count(filter, 100)).toBe(12)
})

const idOf = ({ token }: FoundSession) => token.id

function encoded(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url")
}
