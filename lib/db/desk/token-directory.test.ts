import { randomUUID } from "node:crypto"
import { afterAll, describe, expect, test } from "vitest"
import { pageSize } from "@/lib/db/lists/keyset"
import { addSessions, foundPage, type Search } from "@/test/world/listed-tokens"
import { createWorld } from "@/test/world/people"
import type { FoundToken } from "./token-directory"

const world = await createWorld()
afterAll(world.close)

const found = async (search: Search) => (await foundPage(world, search)).items

describe("pages", () => {
  test.each(
    (["active", "started", "email"] as const).flatMap((sort) =>
      (["any", "active"] as const).flatMap((status) =>
        [true, false].flatMap((isDescending) =>
          [true, false].map((isWalked) => ({ sort, isDescending, status, isWalked })),
        ),
      ),
    ),
  )(
    "sorted as $sort lead through every session once, there and back: $isDescending, $status, $isWalked",
    async (order) => {
      const domain = `${randomUUID()}.example`
      await addSessions(world, `ann@${domain}`, pageSize + 10)
      await addSessions(world, `bob@${domain}`, pageSize + 10)
      const search = { ...order, person: domain }

      const pages = [await foundPage(world, search)]
      for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
        pages.push(await foundPage(world, { ...search, after: next }))
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

      const back = await foundPage(world, { ...search, before: pages[2]?.previous ?? "" })
      expect(back).toEqual({ ...pages[1], items: back.items })
      expect(back.items.map(idOf)).toEqual(pages[1]?.items.map(idOf))
      const first = await foundPage(world, { ...search, before: back.previous ?? "" })
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

test("many are counted by a sample, and the count says so", async () => {
  expect(await foundPage(world, { person: "nobody@count.example", isWalked: true })).toMatchObject({
    count: { count: 20_000, isExact: false },
  })
})

const idOf = ({ token }: FoundToken) => token.id

function encoded(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url")
}
