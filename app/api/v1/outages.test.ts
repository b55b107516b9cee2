/// <reference types="vite/client" />
import { afterAll, expect, test, vi } from "vitest"
import { connection, disconnect } from "@/lib/db/client"
import { readiness } from "@/lib/db/health"
import { withClient } from "@/scripts/postgres/prepare-database"
import { type Call, caller, type Routes } from "@/test/http/api-calls"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

vi.mock("next/headers", async () => (await import("@/test/http/fake-request")).nextHeaders)

const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
vi.stubEnv("LOG_LEVEL", "silent")
afterAll(async () => {
  await disconnect(connection())
  await world.close()
})

const ask = caller(import.meta.glob("./**/route.ts", { eager: true }) as Routes)
const routes = import.meta.glob("../health/**/route.ts", { eager: true }) as Record<
  string,
  { GET: () => Promise<Response> }
>
const health = async (name: "live" | "ready") => routes[`../health/${name}/route.ts`]?.GET()

const { pathname, username: app } = new URL(world.urls.url)
const database = pathname.slice(1)

/** Every outage that leaves the server running, by how it is made and mended. */
const outages = {
  database_read_only: {
    begin: () => setReadOnly(true),
    end: () => setReadOnly(false),
  },
  database_refuses: {
    begin: () => world.sql(`REVOKE SELECT ON log_out_everywhere.token FROM ${app}`),
    end: () => world.sql(`GRANT SELECT ON log_out_everywhere.token TO ${app}`),
  },
}

test.each(Object.entries(outages))(
  "%s: readiness says so, liveness does not, and the API answers 503 and does nothing",
  async (status, { begin, end }) => {
    const { call, secret } = await someAct()
    expect(await readiness()).toBe("up")
    await begin()
    expect(await readiness()).toBe(status)
    const ready = await health("ready")
    expect(ready?.status).toBe(503)
    expect(await ready?.json()).toEqual({ status })
    expect((await health("live"))?.status).toBe(200)

    expectUnavailable(await ask(call))
    await end()
    expect(await readiness()).toBe("up")
    expect(await statusOf(world, secret)).toBe("active")
    expect((await ask(call)).status).toBe(200)
  },
)

test("a database that is gone: liveness never asks it", async () => {
  await world.outage(async () => {
    expect(await readiness()).toBe("database_down")
    expect((await health("live"))?.status).toBe(200)
  })
  expect(await readiness()).toBe("up")
})

test("a pool that is full is an outage to who waits for it, and no lie of health's", async () => {
  const { call } = await someAct()
  const { pool } = connection()
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  const [answer, state] = await Promise.all([ask(call), readiness()])
  expectUnavailable(answer)
  expect(state).toBe("up")
  for (const client of held) client.release()
  expect((await ask(call)).status).toBe(200)
})

test("asking leaves no row behind, with people and without", async () => {
  const count = () => world.sql(`SELECT count(*)::int FROM log_out_everywhere.token`)
  await addPerson(world)
  const before = await count()
  for (let asked = 0; asked < 3; asked++) expect(await readiness()).toBe("up")
  expect(await count()).toEqual(before)
})

async function someAct() {
  const ann = await addPerson(world)
  const { secret } = await issueTo(world, ann)
  const { secret: bearer } = await issueTo(world, ann, { purpose: "api" })
  const call: Call = { method: "POST", path: "/sessions/log-out-others", bearer }
  return { call, secret }
}

function expectUnavailable({ status, headers, json }: Awaited<ReturnType<typeof ask>>) {
  expect({ status, code: json?.code }).toEqual({ status: 503, code: "unavailable" })
  expect(headers.get("content-type")).toBe("application/problem+json")
  expect(headers.get("retry-after")).toBe("5")
}

/** For connections that are made from now on, which all of them are then. */
async function setReadOnly(isReadOnly: boolean) {
  await withClient(world.urls.ownerUrl, async (owner) => {
    await owner.query(
      `ALTER ROLE ${app} IN DATABASE ${database} SET default_transaction_read_only = ${isReadOnly}`,
    )
    await owner.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1 AND usename = $2`,
      [database, app],
    )
  })
}
