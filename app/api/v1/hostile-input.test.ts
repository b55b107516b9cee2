/// <reference types="vite/client" />

import fc from "fast-check"
import { newApiSecret } from "log-out-everywhere"
import { expect, test } from "vitest"
import { caller, type Routes } from "@/test/http/api-calls"
import { world } from "@/test/world/app-world"
import { addPerson, issueTo } from "@/test/world/people"

const ask = caller(import.meta.glob("./**/route.ts", { eager: true }) as Routes)
const root = await addPerson(world, { role: "admin" })
const bearer = (await issueTo(world, root, { purpose: "api" })).secret
const json = "application/json"
const form = "application/x-www-form-urlencoded"
/** Latin-1, which as UTF-8 is no text. */
const noText = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))

test.each<[string, number, string, BodyInit]>([
  ["no JSON", 400, json, "{"],
  ["JSON that is no object", 400, json, "[]"],
  ["a text for an object", 400, json, '"reason"'],
  ["null", 400, json, "null"],
  ["another field", 400, json, '{"reasons":"x"}'],
  ["a field of another type", 400, json, '{"reason":1}'],
  ["a prototype", 400, json, '{"__proto__":{"reason":"x"},"constructor":1}'],
  ["too long a reason", 400, json, JSON.stringify({ reason: "x".repeat(201) })],
  ["a NUL", 400, json, JSON.stringify({ reason: "a\0b" })],
  ["bytes that are no text", 400, json, noText('{"reason":"\u00ff"}')],
  ["a deep nest", 400, json, "[".repeat(16_000)],
  ["too much", 413, json, JSON.stringify({ reason: "x".repeat(16_384) })],
  ["a form", 415, form, "reason=x"],
  ["no type", 415, "", '{"reason":"x"}'],
])("a body of JSON that is %s is answered with %i", async (_, status, type, body) => {
  const path = "/admin/users/{id}/log-out-everywhere"
  const headers = { "content-type": type }
  const call = { method: "POST", path, id: root.id, bearer, headers, body }
  expect(await ask(call)).toMatchObject({ status, json: { status } })
})

test.each<[string, number, string, BodyInit]>([
  ["empty", 400, form, ""],
  ["without a token", 400, form, "token_type_hint=x"],
  ["with an empty token", 400, form, "token="],
  ["with two tokens", 400, form, "token=a&token=b"],
  ["with too long a token", 400, form, `token=${"x".repeat(4_097)}`],
  ["with bytes that are no text", 400, form, noText("token=\u00ff")],
  ["too large", 413, form, `token=${"x".repeat(16_384)}`],
  ["JSON", 415, json, '{"token":"a"}'],
  ["in parts", 415, "multipart/form-data; boundary=x", "--x--"],
])("a form that is %s is answered with %i", async (_, status, type, body) => {
  for (const path of ["/admin/introspect", "/admin/revoke"]) {
    const headers = { "content-type": type }
    const answer = await ask({ method: "POST", path, bearer, headers, body })
    expect(answer).toMatchObject({ status, json: { status } })
  }
})

test("whatever the header and the query are, nothing breaks", async () => {
  const printable = fc.string({ unit: "binary-ascii", maxLength: 60 })
  const header = printable.map((text) => text.replace(/[^\x20-\x7e]/g, " "))
  const query = fc.string({ unit: "binary", maxLength: 60 }).map(encodeURIComponent)
  const name = fc.constantFrom("q", "purpose", "status", "after", "x")
  await fc.assert(
    fc.asyncProperty(header, name, query, async (rest, name, value) => {
      const list = { method: "GET", path: "/admin/tokens", query: `?${name}=${value}` }
      expect([200, 400]).toContain((await ask({ ...list, bearer })).status)
      // Refusals are counted by address, and this is about none of them.
      const headers = { authorization: rest.replace(/^ *bearer /i, "") }
      expect([400, 401]).toContain((await ask({ ...list, headers })).status)
    }),
    { numRuns: 300 },
  )
})

test("of secrets that open nothing one address brings only so many; good ones go on", async () => {
  const address = "2001:db8:77::1"
  const me = { method: "GET", path: "/me", address }
  const statuses = []
  for (let time = 0; time < 62; time++) {
    const wrong = time % 2 ? newApiSecret() : "garbage"
    statuses.push((await ask({ ...me, bearer: wrong })).status)
  }
  expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true)
  expect(statuses.slice(60)).toEqual([429, 429])

  const held = await ask({ ...me, bearer: "garbage" })
  expect(held.json).toMatchObject({ code: "throttled" })
  expect(Number(held.headers.get("retry-after"))).toBeGreaterThan(0)
  expect(await ask({ ...me, bearer })).toMatchObject({ status: 200 })
  const elsewhere = { ...me, address: "2001:db8:78::1", bearer: "garbage" }
  expect(await ask(elsewhere)).toMatchObject({ status: 401 })
})
