/// <reference types="vite/client" />

import { newSecret, tokenPurposes } from "log-out-everywhere"
import { describe, expect, test } from "vitest"
import type { Operation } from "@/lib/api/operation"
import { operations } from "@/lib/api/operations"
import { type ApiAnswer, caller, type Routes } from "@/test/http/api-calls"
import { callOf, peopleOf } from "@/test/http/operation-calls"
import { world } from "@/test/world/app-world"
import { issueTo, statusOf } from "@/test/world/people"

const ask = caller(import.meta.glob("./**/route.ts", { eager: true }) as Routes)
const tokens = "log_out_everywhere.token"

const all: readonly Operation[] = operations
const named = (chosen: readonly Operation[]) => chosen.map((each) => [each.id, each] as const)
const changing = all.filter(({ method }) => method !== "GET")
const proved = all.filter(({ needsProof }) => needsProof)
const administrators = all.filter(({ access }) => access === "administrators")

const expectProblem = (answer: ApiAnswer, status: number, code: string) => {
  expect(answer.json).toMatchObject({
    code,
    status,
    type: `http://localhost:3000/api-docs#${code}`,
  })
  expect(answer.status).toBe(status)
  expect(answer.headers.get("content-type")).toBe("application/problem+json")
  expect(answer.headers.get("cache-control")).toBe("no-store")
}

const people = (operation: Operation) => peopleOf(world, operation)

describe.each(named(all))("%s", (_, operation) => {
  test("answers an API token and a session of who may, and is never kept", async () => {
    const { who, id } = await people(operation)
    const { secret: bearer } = await issueTo(world, who, { purpose: "api" })
    const answer = await ask({ ...(await callOf(operation, { id })), bearer })
    expect(answer.status).toBe(operation.status)
    expect(answer.headers.get("cache-control")).toBe("no-store")
    expect(answer.text).not.toContain(bearer)

    const again = await people(operation)
    const { secret: cookie } = await issueTo(world, again.who)
    const byCookie = await ask({ ...(await callOf(operation, again)), cookie })
    expect(byCookie.status).toBe(operation.status)
    expect(byCookie.text).not.toContain(cookie)
  })

  test("asks whoever brings nothing for a token, and names no error", async () => {
    const { id } = await people(operation)
    for (const cookie of [undefined, newSecret(), "x".repeat(100_000), "\u0000"]) {
      const call = { ...(await callOf(operation, { id })), ...(cookie && { cookie }) }
      const answer = await ask(call)
      expectProblem(answer, 401, "unauthenticated")
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="[^"]+"$/)
    }
  })

  test("refuses what opens nothing as a bearer: garbage, ended ones, other purposes", async () => {
    const { who, id, target } = await people(operation)
    const call = await callOf(operation, { id })
    for (const purpose of tokenPurposes.filter((other) => other !== "api")) {
      const { secret: bearer } = await issueTo(world, who, { purpose })
      expectProblem(await ask({ ...call, bearer, address: who.address }), 401, "invalid_token")
    }
    const { token, secret: bearer } = await issueTo(world, who, { purpose: "api" })
    await world.stores.tokens.revoke(
      who.id,
      { kind: "one", tokenId: token.id, purpose: "api" },
      { at: new Date(), reason: "revoked_by_user", by: who.id },
    )
    const answer = await ask({ ...call, bearer, address: who.address })
    expectProblem(answer, 401, "invalid_token")
    expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"')
    // A live cookie beside a dead bearer does not save it.
    const { secret: cookie } = await issueTo(world, who)
    expectProblem(await ask({ ...call, bearer, cookie }), 401, "invalid_token")
    expect(await statusOf(world, target.secret)).toBe("active")
  })

  test("calls a malformed header a bad request", async () => {
    const { who, id } = await people(operation)
    const { secret: cookie } = await issueTo(world, who)
    for (const authorization of ["Bearer", "Bearer a b", "bearer \u00e4"]) {
      const call = await callOf(operation, { id })
      const headers = { ...call.headers, authorization }
      const answer = await ask({ ...call, headers, cookie })
      expectProblem(answer, 400, "invalid_request")
      expect(answer.headers.get("www-authenticate")).toBe('Bearer error="invalid_request"')
    }
  })

  test("refuses fields that it does not know in its address, a secret among them", async () => {
    const { who, id } = await people(operation)
    const { secret: bearer } = await issueTo(world, who, { purpose: "api" })
    for (const query of ["?access_token=abc", "?nothing", "?a=1&a=2", "?__proto__=1"]) {
      const answer = await ask({ ...(await callOf(operation, { id })), query, bearer })
      expectProblem(answer, 400, "invalid_request")
    }
  })

  test("on an outage says so, and that nothing has ended", async () => {
    const { who, id } = await people(operation)
    const { secret: bearer } = await issueTo(world, who, { purpose: "api" })
    const call = await callOf(operation, { id })
    await world.outage(async () => {
      const answer = await ask({ ...call, bearer })
      expectProblem(answer, 503, "unavailable")
      expect(answer.headers.get("retry-after")).toBe("5")
    })
    expect(await ask({ ...call, bearer })).toMatchObject({ status: operation.status })
  })
})

describe.each(named(changing))("%s, by cookie,", (_, operation) => {
  test.each([
    ["nowhere", {}],
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a sibling host", { "sec-fetch-site": "same-site" }],
    ["the address bar", { "sec-fetch-site": "none" }],
    ["another origin", { origin: "https://evil.example" }],
  ])("does nothing for a request from %s", async (_, from) => {
    const { who, target, id } = await people(operation)
    const { secret: cookie, token } = await issueTo(world, who)
    const call = await callOf(operation, { id })
    const type = call.headers?.["content-type"]
    const headers = { ...from, ...(type && { "content-type": type }) } as Record<string, string>
    const before = await lastUse(token.id)
    expectProblem(await ask({ ...call, headers, cookie }), 403, "foreign_origin")
    expect(await statusOf(world, target.secret)).toBe("active")
    expect(await lastUse(token.id)).toEqual(before)
  })
})

const lastUse = (id: string) =>
  world.sql(`SELECT "lastActiveAt" FROM ${tokens} WHERE id = $1`, [id])

describe.each(named(proved))("%s", (_, operation) => {
  test("needs a recent proof of a session, and none of an API token", async () => {
    const { who, target, id } = await people(operation)
    const { secret: cookie, token } = await issueTo(world, who)
    const { secret: bearer, token: old } = await issueTo(world, who, { purpose: "api" })
    const proved = `"provedAt" = now() - interval '11 minutes'`
    await world.sql(`UPDATE ${tokens} SET ${proved} WHERE id = ANY($1)`, [[token.id, old.id]])
    const call = await callOf(operation, { id, who })
    expectProblem(await ask({ ...call, cookie }), 403, "proof_required")
    expect(await statusOf(world, target.secret)).toBe("active")
    expect(await ask({ ...call, bearer })).toMatchObject({ status: operation.status })
  })
})

describe.each(named(administrators))("%s", (_, operation) => {
  test("is not there for who is no administrator, and the log tells of it", async () => {
    const { ann, target, id } = await people(operation)
    const { secret: bearer } = await issueTo(world, ann, { purpose: "api" })
    const { secret: cookie } = await issueTo(world, ann)
    for (const credentials of [{ bearer }, { cookie }]) {
      const call = { ...(await callOf(operation, { id, who: ann })), ...credentials }
      expectProblem(await ask(call), 404, "not_found")
      // What is wrong with a request is said to nobody who may not make it.
      expectProblem(await ask({ ...call, query: "?nothing" }), 404, "not_found")
    }
    expect(await statusOf(world, target.secret)).toBe("active")
    const told = await world.sql(
      `SELECT e.action, c.count FROM "AuditEvent" e JOIN "RefusalCount" c USING ("actorId") WHERE "actorId" = $1`,
      [ann.id],
    )
    expect(told).toEqual([{ action: "access_refused", count: 4 }])
  })
})
