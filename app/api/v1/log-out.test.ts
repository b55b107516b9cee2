/// <reference types="vite/client" />

import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { caller, type Routes } from "@/test/http/api-calls"
import { world } from "@/test/world/app-world"
import { addPerson, issueTo, statusOf } from "@/test/world/people"

const ask = caller(import.meta.glob("./**/route.ts", { eager: true }) as Routes)
const from = ({ id }: { id: string }) => ({ "sec-fetch-site": "same-origin", "rendered-for": id })

async function withToken() {
  const person = await addPerson(world)
  const api = await issueTo(world, person, { purpose: "api" })
  return { person, api, bearer: api.secret }
}

test("to log out the others spares the session that asks, and the API tokens", async () => {
  const { person, bearer } = await withToken()
  const [here, there] = [await issueTo(world, person), await issueTo(world, person)]
  const others = { method: "POST", path: "/sessions/log-out-others" }

  const bySession = await ask({ ...others, cookie: here.secret, headers: from(person) })
  expect(bySession.json).toMatchObject({ ended: 1, byPurpose: { session: 1 } })
  expect(await statusOf(world, there.secret)).toBe("revoked")
  expect(await statusOf(world, here.secret)).toBe("active")
  const byToken = await ask({ ...others, bearer })
  expect(byToken.json).toMatchObject({ ended: 1, byPurpose: { session: 1 } })
  expect(await statusOf(world, here.secret)).toBe("revoked")
  expect(await statusOf(world, bearer, "api")).toBe("active")
})

test("to log out everywhere ends the API token that asks", async () => {
  const { person, bearer } = await withToken()
  const session = await issueTo(world, person)
  const everywhere = { method: "POST", path: "/log-out-everywhere", bearer }

  expect(await ask({ method: "GET", path: "/me", bearer })).toMatchObject({ status: 200 })
  const ended = { ended: 2, byPurpose: { session: 1, api: 1 } }
  expect((await ask(everywhere)).json).toMatchObject(ended)
  expect(await statusOf(world, session.secret)).toBe("revoked")
  expect(await ask({ method: "GET", path: "/me", bearer })).toMatchObject({ status: 401 })
})

test("log out everywhere answers with its receipt, which tells what ended and that none of it works", async () => {
  const { person, api, bearer } = await withToken()
  const session = await issueTo(world, person)
  expect(await statusOf(world, session.secret)).toBe("active")
  const everywhere = await ask({ method: "POST", path: "/log-out-everywhere", bearer })
  expect(await statusOf(world, session.secret)).toBe("revoked")

  const id = String(everywhere.json?.receipt)
  const read = { method: "GET", path: "/receipts/{id}" }
  expect(await ask({ ...read, id, bearer })).toMatchObject({ status: 401 })
  const { secret: later } = await issueTo(world, person, { purpose: "api" })
  const { text, json } = await ask({ ...read, id, bearer: later })
  expect(json).toMatchObject({
    id,
    action: "log_out_everywhere",
    by: "self",
    ended: 2,
    byPurpose: { session: 1, api: 1 },
    live: 0,
    tokens: [{ id: session.token.id }, { id: api.token.id }],
  })
  for (const { secret } of [session, api]) expect(text).not.toContain(secret)
})

test("a receipt is not found for another person, nor under an id that names no act", async () => {
  const { bearer } = await withToken()
  const { json } = await ask({ method: "POST", path: "/sessions/log-out-others", bearer })
  const read = { method: "GET", path: "/receipts/{id}" }
  expect(await ask({ ...read, id: String(json?.receipt), bearer })).toMatchObject({ status: 200 })

  const other = await withToken()
  for (const id of [String(json?.receipt), randomUUID()]) {
    expect(await ask({ ...read, id, bearer: other.bearer })).toMatchObject({ status: 404 })
  }
})
