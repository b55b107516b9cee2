/// <reference types="vite/client" />

import { randomUUID } from "node:crypto"
import { newApiSecret } from "log-out-everywhere"
import { expect, test } from "vitest"
import { type Call, caller, type Routes } from "@/test/http/api-calls"
import { world } from "@/test/world/app-world"
import { addOn, addPerson, auditOf, issueTo, statusOf } from "@/test/world/people"

const ask = caller(import.meta.glob("./**/route.ts", { eager: true }) as Routes)
const from = ({ id }: { id: string }) => ({ "sec-fetch-site": "same-origin", "rendered-for": id })
const form = { "content-type": "application/x-www-form-urlencoded" }

async function withToken(role: "user" | "admin" = "user") {
  const person = await addPerson(world, { role })
  const api = await issueTo(world, person, { purpose: "api" })
  return { person, api, bearer: api.secret }
}

const posted = (path: string, token: string, bearer: string): Call => {
  const body = new URLSearchParams({ token, token_type_hint: "access_token", other: "1" })
  return { method: "POST", path, bearer, headers: form, body: body.toString() }
}

test("a person sees their own live sessions, and which of them asks", async () => {
  const { person, bearer } = await withToken()
  const [one, two] = [await issueTo(world, person), await issueTo(world, person)]
  const ended = await issueTo(world, person)
  await issueTo(world, await addPerson(world))
  await world.sql(`UPDATE ${addOn}.token SET "idleAt" = now() WHERE id = $1`, [ended.token.id])

  const list = { method: "GET", path: "/sessions" }
  const byToken = (await ask({ ...list, bearer })).json?.sessions as object[]
  expect(byToken).toHaveLength(2)
  for (const session of byToken) expect(session).toMatchObject({ isCurrent: false })
  const bySession = await ask({ ...list, cookie: one.secret })
  expect(bySession.json?.sessions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: one.token.id, isCurrent: true }),
      expect.objectContaining({ id: two.token.id, isCurrent: false }),
    ]),
  )
})

test("a person ends a session of their own; anybody else's, and whatever is none, is not found", async () => {
  const { person, api, bearer } = await withToken()
  const other = await issueTo(world, await addPerson(world))
  const own = await issueTo(world, person)
  const end = (id: string) => ask({ method: "DELETE", path: "/sessions/{id}", id, bearer })

  for (const id of [other.token.id, api.token.id, randomUUID(), "1", "%00", "' OR 1=1"]) {
    expect(await end(id), id).toMatchObject({ status: 404 })
  }
  expect(await statusOf(world, other.secret)).toBe("active")
  expect(await statusOf(world, bearer, "api")).toBe("active")
  expect(await statusOf(world, own.secret)).toBe("active")
  expect(await end(own.token.id)).toMatchObject({ status: 204, text: "" })
  expect(await statusOf(world, own.secret)).toBe("revoked")
  expect(await end(own.token.id)).toMatchObject({ status: 404 })
})

test("one's own session ends without a proof, as a log-out does", async () => {
  const person = await addPerson(world)
  const { token, secret: cookie } = await issueTo(world, person)
  await world.sql(
    `UPDATE ${addOn}.token SET "provedAt" = now() - interval '1 hour' WHERE id = $1`,
    [token.id],
  )
  const end = { method: "DELETE", path: "/sessions/{id}", id: token.id, cookie }
  expect(await ask({ ...end, headers: from(person) })).toMatchObject({ status: 204 })
  expect(await statusOf(world, cookie)).toBe("revoked")
})

test("an administrator finds tokens by person, purpose and status, page by page", async () => {
  const { bearer } = await withToken("admin")
  const ann = await addPerson(world)
  for (let made = 0; made < 51; made++) await issueTo(world, ann)
  const { token } = await issueTo(world, ann, { purpose: "report" })
  const list = async (query: string) => {
    const { json } = await ask({ method: "GET", path: "/admin/tokens", query, bearer })
    return json as { tokens: { id: string; owner: object }[]; next: string | null }
  }

  const first = await list(`?q=${ann.email}&status=active`)
  expect(first.tokens).toHaveLength(50)
  const second = await list(`?q=${ann.email}&status=active&after=${first.next}`)
  expect(second).toMatchObject({ tokens: [{ owner: { id: ann.id } }], next: null })
  expect(new Set([...first.tokens, ...second.tokens].map(({ id }) => id)).size).toBe(51)
  expect(await list(`?q=${ann.email}&purpose=report`)).toMatchObject({ tokens: [{ id: token.id }] })
  expect(await list(`?q=${ann.email}&status=revoked`)).toEqual({ tokens: [], next: null })
})

test.each([
  ["no status", "status=dead"],
  ["no purpose", "purpose=key"],
  ["no place", "after=zzz"],
  ["a place of another list", `after=${Buffer.from('["a","b"]').toString("base64url")}`],
  ["too long a text", `q=${"x".repeat(201)}`],
])("an administrator who asks for %s is told which field is wrong", async (_, query) => {
  const { bearer } = await withToken("admin")
  const answer = await ask({ method: "GET", path: "/admin/tokens", query: `?${query}`, bearer })
  const [name] = query.split("=")
  expect(answer).toMatchObject({ status: 400, json: { errors: [{ name }] } })
})

test("an administrator ends any token by its id, and logs a person out everywhere", async () => {
  const { person: root, bearer } = await withToken("admin")
  const { person: ann, api } = await withToken()
  const session = await issueTo(world, ann)

  const one = { method: "DELETE", path: "/admin/tokens/{id}", id: api.token.id, bearer }
  expect(await ask(one)).toMatchObject({ status: 204 })
  expect(await ask(one)).toMatchObject({ status: 404 })
  expect(await statusOf(world, api.secret, "api")).toBe("revoked")

  const path = "/admin/users/{id}/log-out-everywhere"
  const headers = { "content-type": "application/json" }
  const body = JSON.stringify({ reason: "Lost laptop" })
  const everywhere = { method: "POST", path, id: ann.id, bearer, headers, body }
  expect((await ask(everywhere)).json).toEqual({ ended: 1 })
  expect(await statusOf(world, session.secret)).toBe("revoked")
  expect((await auditOf(world, ann)).map(({ action, actorId }) => [action, actorId])).toEqual([
    ["revoke_token", root.id],
    ["log_out_everywhere", root.id],
  ])
  expect(await ask({ ...everywhere, id: randomUUID() })).toMatchObject({ status: 404 })
})

test("introspection tells what a live secret is, and of others nothing but that they are not", async () => {
  const { bearer } = await withToken("admin")
  const { person, api } = await withToken()
  const session = await issueTo(world, person)
  const worth = async (secret: string) => {
    const { text, json } = await ask(posted("/admin/introspect", secret, bearer))
    expect(text).not.toContain(secret)
    return json
  }

  const told = { active: true, sub: person.id, username: person.email }
  const exp = Math.floor(+api.token.expiresAt / 1_000)
  expect(await worth(api.secret)).toMatchObject({ ...told, exp, token_type: "Bearer" })
  expect(await worth(session.secret)).toMatchObject({
    ...told,
    purpose: "session",
    exp: Math.floor(+session.token.idleAt / 1_000),
  })
  expect(await worth(session.secret)).not.toHaveProperty("token_type")
  await world.sql(`UPDATE ${addOn}.token SET "expiresAt" = now() WHERE id = $1`, [api.token.id])
  const revocation = { at: new Date(), reason: "log_out", by: null } as const
  await world.stores.tokens.raiseEpoch(person.id, revocation, { purposes: [] })
  await world.sql(`UPDATE ${addOn}.token SET epoch = 0 WHERE id = $1`, [session.token.id])
  for (const secret of [api.secret, session.secret, newApiSecret(), "\0", "x".repeat(4_096)]) {
    expect(await worth(secret)).toEqual({ active: false })
  }
})

test("revocation by secret ends what is live, and answers the same of what is unknown", async () => {
  const { bearer } = await withToken("admin")
  const { person, api } = await withToken()
  for (const secret of [api.secret, api.secret, newApiSecret()]) {
    const answer = { status: 200, text: "" }
    expect(await ask(posted("/admin/revoke", secret, bearer))).toMatchObject(answer)
  }
  expect(await statusOf(world, api.secret, "api")).toBe("revoked")
  expect(await auditOf(world, person)).toMatchObject([{ action: "revoke_token", count: 1 }])
})
