/// <reference types="vite/client" />

import { expect, test } from "vitest"
import { caller, type Routes } from "@/test/http/api-calls"
import { world } from "@/test/world/app-world"
import { addPerson, issueTo } from "@/test/world/people"

const ask = caller(import.meta.glob("./**/route.ts", { eager: true }) as Routes)

const lastActiveMs = async (id: string) => {
  const [row] = await world.sql<{ at: Date }>(
    `SELECT "lastActiveAt" AS at FROM log_out_everywhere.token WHERE id = $1`,
    [id],
  )
  return +(row?.at ?? 0)
}

const backdate = (id: string) =>
  world.sql(
    `UPDATE log_out_everywhere.token SET "lastActiveAt" = now() - interval '5 minutes' WHERE id = $1`,
    [id],
  )

test("the first use of an API token is written at once, and later ones within a minute", async () => {
  const { token, secret: bearer } = await issueTo(world, await addPerson(world), { purpose: "api" })
  const me = { method: "GET", path: "/me", bearer }
  await world.sql(
    `UPDATE log_out_everywhere.token SET "issuedAt" = now() - interval '10 seconds',
      "lastActiveAt" = now() - interval '10 seconds' WHERE id = $1`,
    [token.id],
  )
  const unused = await lastActiveMs(token.id)
  await ask(me)
  const first = await lastActiveMs(token.id)
  expect(first).toBeGreaterThan(unused)
  await ask(me)
  expect(await lastActiveMs(token.id)).toBe(first)

  await backdate(token.id)
  await ask(me)
  expect(await lastActiveMs(token.id)).toBeGreaterThan(first)
})

test("by cookie what reads does not touch the session, and what acts does", async () => {
  const person = await addPerson(world)
  const { token, secret: cookie } = await issueTo(world, person)
  await backdate(token.id)
  const before = await lastActiveMs(token.id)
  await ask({ method: "GET", path: "/sessions", cookie })
  expect(await lastActiveMs(token.id)).toBe(before)

  const headers = { "sec-fetch-site": "same-origin", "rendered-for": person.id }
  const act = { method: "POST", path: "/sessions/log-out-others", cookie, headers }
  expect(await ask(act)).toMatchObject({ status: 200 })
  expect(await lastActiveMs(token.id)).toBeGreaterThan(before)
})

test("introspection is no use of what it is asked about", async () => {
  const { secret: bearer } = await issueTo(world, await addPerson(world, { role: "admin" }), {
    purpose: "api",
  })
  const { token, secret } = await issueTo(world, await addPerson(world), { purpose: "api" })
  await backdate(token.id)
  const before = await lastActiveMs(token.id)
  const headers = { "content-type": "application/x-www-form-urlencoded" }
  const path = "/admin/introspect"
  const answer = await ask({ method: "POST", path, bearer, headers, body: `token=${secret}` })
  expect(answer.json).toMatchObject({ active: true })
  expect(await lastActiveMs(token.id)).toBe(before)
})
