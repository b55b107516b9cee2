import { afterAll, afterEach, expect, test } from "vitest"
import { silentProxy } from "@/test/outages/silent-proxy"
import { addPerson, createWorld, issueTo, partsOn, statusOf } from "@/test/world/people"
import { connect, disconnect } from "./client"
import { expunge } from "./expunger"

const world = await createWorld()
const proxy = await silentProxy(world.urls.url)
const patienceMs = 1_000
const connection = connect(proxy.url, { connectionTimeoutMillis: patienceMs })
const { stores, transact } = partsOn(connection)
afterEach(proxy.speakAgain)
afterAll(async () => {
  proxy.close()
  await disconnect(connection)
  await world.close()
})

test("a check by a database that has fallen silent fails in time, and works once it speaks again", async () => {
  const { secret } = await issueTo(world, await addPerson(world))
  expect(await statusOf({ stores }, secret)).toBe("active")

  proxy.fallSilent()
  for (const _ of ["on a connection that was open", "on a new one"]) {
    const { ms, error } = await failureOf(statusOf({ stores }, secret))
    expect(error).toBeInstanceOf(Error)
    expect(ms).toBeLessThan(10 * patienceMs)
  }

  proxy.speakAgain()
  expect(await statusOf({ stores }, secret)).toBe("active")
})

test("an act in whose middle the database falls silent fails, and nothing of it is written", async () => {
  const ann = await addPerson(world)
  const { token, secret } = await issueTo(world, ann)
  const revocation = { at: new Date(), reason: "log_out", by: ann.id } as const
  const scope = { kind: "one", tokenId: token.id, purpose: "session" } as const

  const { ms, error } = await failureOf(
    transact(async ({ tokens }) => {
      expect(await tokens.revoke(ann.id, scope, revocation)).toEqual({ session: 1 })
      proxy.fallSilent()
      await tokens.countLive(ann.id)
    }),
  )
  expect(error).toBeInstanceOf(Error)
  expect(ms).toBeGreaterThan(2 * patienceMs)
  expect(ms).toBeLessThan(20 * patienceMs)

  proxy.speakAgain()
  // On whichever connection comes: none is left inside the act that failed.
  for (const _ of Array(3))
    expect(await transact(({ tokens }) => tokens.countLive(ann.id))).toEqual({ session: 1 })
  expect(await statusOf(world, secret)).toBe("active")
})

test("the expunger may take its time, and loses nothing but its work when the database goes away", async () => {
  const retention = { endedMs: 0, auditMs: 400 * 24 * 3_600_000, addressMs: 0 }
  const holder = await world.connection.pool.connect()
  await holder.query(`BEGIN; LOCK TABLE "SignUpLink"`)
  const expunging = failureOf(expunge(connection, retention))
  await expect.poll(waitingMs, { timeout: 30_000 }).toBeGreaterThan(5 * patienceMs)

  await world.sql(`SELECT pg_terminate_backend(pid) FROM ${waiting}`)
  expect((await expunging).error).toBeInstanceOf(Error)
  await holder.query("ROLLBACK")
  holder.release()
  expect(await expunge(connection, retention)).not.toBeNull()
})

const waiting = `pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`

async function waitingMs(): Promise<number> {
  const [row] = await world.sql<{ ms: number }>(
    `SELECT extract(epoch FROM now() - query_start)::float * 1000 AS ms FROM ${waiting}`,
  )
  return row?.ms ?? 0
}

async function failureOf(work: Promise<unknown>) {
  const startedAt = performance.now()
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return { ms: performance.now() - startedAt, error }
}
