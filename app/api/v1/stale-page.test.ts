/// <reference types="vite/client" />
import { afterAll, expect, test, vi } from "vitest"
import { operations } from "@/lib/api/operations"
import { connection, disconnect } from "@/lib/db/client"
import { noOne } from "@/lib/rendered-for"
import { caller, type Routes } from "@/test/http/api-calls"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

vi.mock("next/headers", async () => (await import("@/test/http/fake-request")).nextHeaders)

const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
afterAll(async () => {
  await disconnect(connection())
  await world.close()
})

const ask = caller(import.meta.glob("./**/route.ts", { eager: true }) as Routes)
const acts = operations
  .filter(({ method }) => method !== "GET")
  .map((each) => [each.id, each] as const)

test.each(acts)(
  "%s by cookie does nothing for a page of another person",
  async (_, { method, path }) => {
    const [one, two] = [
      await addPerson(world, { role: "admin" }),
      await addPerson(world, { role: "admin" }),
    ]
    const { secret: cookie } = await issueTo(world, two)
    const other = await issueTo(world, two)
    const id = path.includes("/users/") ? two.id : other.token.id
    for (const mark of [null, "", noOne, one.id]) {
      const headers = {
        "sec-fetch-site": "same-origin",
        ...(mark !== null && { "rendered-for": mark }),
      }
      const answer = await ask({
        method,
        path,
        cookie,
        headers,
        ...(path.includes("{id}") && { id }),
      })
      expect(answer.json).toMatchObject({ status: 409, code: "stale_page" })
    }
    expect(await statusOf(world, cookie)).toBe("active")
    expect(await statusOf(world, other.secret)).toBe("active")
  },
)
