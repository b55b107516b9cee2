/// <reference types="vite/client" />

import { expect, test } from "vitest"
import { operations } from "@/lib/api/operations"
import { noOne } from "@/lib/rendered-for"
import { caller, type Routes } from "@/test/http/api-calls"
import { world } from "@/test/world/app-world"
import { addPerson, issueTo, statusOf } from "@/test/world/people"

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
