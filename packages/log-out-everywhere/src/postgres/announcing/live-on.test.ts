import pg from "pg"
import { afterAll, expect, onTestFinished, test, vi } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
import { hashSecret } from "../../core/secret.ts"
import { given, type Kept } from "../../testing/store-contract-given.ts"
import { fromPg } from "../from-pg.ts"
import { postgres } from "../postgres.ts"
import type { Query } from "../query.ts"
import { liveOn } from "./live-on.ts"

const adopter = await createAdopter("text")
const { pool, url, sql, users } = adopter
const onPool = fromPg(pool)
const asked: string[] = []
const query: Query = (statement, values) => {
  asked.push(statement.name ?? statement.text)
  return onPool.query(statement, values)
}
const database = postgres({ ...onPool, query }, { users })

const opened: pg.Client[] = []
let isDeaf = false
/** Nothing that PostgreSQL passes on comes through while it is deaf. */
class Client extends pg.Client {
  override emit(event: string | symbol, ...heard: unknown[]): boolean {
    return event === "notification" && isDeaf ? false : super.emit(event, ...heard)
  }
}
const open = () => {
  const client = new Client({ connectionString: url })
  opened.push(client)
  return client
}

function deafen() {
  isDeaf = true
  onTestFinished(() => {
    isDeaf = false
  })
}

const live = liveOn({ query }, open)
const kept = live.kept(database)
afterAll(async () => {
  live.streams.stop()
  await adopter.close()
})

const world = () => given(() => adopterUnderTest(adopter))
const deleted = `DELETE FROM log_out_everywhere.token WHERE id = $1`

/** What a check finds, and how many times it asked the database for it. */
async function check({ secret }: Kept) {
  asked.length = 0
  const found = await kept.tokens.findByHash(hashSecret(secret))
  return {
    isThere: found !== null,
    epoch: found?.owner.epoch,
    asked: asked.filter(isNoBeat).length,
  }
}
const isNoBeat = (name: string) => name !== "loe_announce"

/** Opens a stream of this session once the process hears. */
async function listen({ token }: Kept) {
  const told: string[] = []
  const sink = { write: (text: string) => told.push(text), end: () => told.push("end") }
  await expect.poll(() => typeof live.streams.open(token, sink)).toBe("function")
  return told
}

test("nothing is opened or asked before it is needed, and then one connection, however often the module is loaded", async () => {
  expect(opened).toEqual([])
  expect(asked).toEqual([])
  expect(live.streams.size).toBe(0)
  expect(opened).toHaveLength(1)

  vi.resetModules()
  const again = await import("./live-on.ts")
  expect(again.liveOn).not.toBe(liveOn)
  const other = again.liveOn({ query }, open)
  const { ann, keep } = await world()
  await listen(await keep(ann))
  expect(other.streams.size).toBe(1)
  const listening = await sql(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
  )
  expect(listening).toHaveLength(1)
  expect(opened).toHaveLength(1)
})

test("an open page is told of an end by hand", async () => {
  const { ann, keep } = await world()
  const session = await keep(ann)
  const told = await listen(session)
  await sql(deleted, [session.token.id])
  await expect.poll(() => told.slice(-2)).toEqual(["event: ended\ndata: ended\n\n", "end"])
})

test("a check is answered from memory until an end is heard", async () => {
  const { ann, keep } = await world()
  const session = await keep(ann)
  // The log-in itself is an announcement, which drops what was read before it was heard.
  await expect.poll(() => check(session)).toMatchObject({ isThere: true, asked: 0 })
  await sql(deleted, [session.token.id])
  await expect.poll(() => check(session)).toMatchObject({ isThere: false, asked: 1 })
})

test("a transaction resolves once what it ended is not in memory any more, even if nothing is heard meanwhile", async () => {
  const { ann, keep, because } = await world()
  const session = await keep(ann)
  await expect.poll(() => check(session)).toMatchObject({ epoch: 0, asked: 0 })
  deafen()
  const ending = { purposes: ["session"] } as const
  await kept.transact((tokens) => tokens.raiseEpoch(ann, because("log_out_everywhere"), ending))
  expect(await check(session)).toMatchObject({ epoch: 1 })
})

test("while nothing is heard no page is let in to wait, and each check asks the database", async () => {
  const { ann, keep } = await world()
  const session = await keep(ann)
  await expect.poll(() => check(session)).toMatchObject({ isThere: true, asked: 0 })
  deafen()
  await expect.poll(() => check(session)).toMatchObject({ isThere: true, asked: 1 })
  expect(live.streams.open(session.token, { write: () => {}, end: () => {} })).toBe("cannot_listen")
  await sql(deleted, [session.token.id])
  expect(await check(session)).toMatchObject({ isThere: false, asked: 1 })
})

test("a stop sends every page away, and lets none in", async () => {
  const { ann, keep } = await world()
  const session = await keep(ann)
  const told = await listen(session)
  live.streams.stop()
  expect(told.slice(-2)).toEqual([expect.stringMatching(/^retry: \d{4}\n\n$/), "end"])
  expect(live.streams.size).toBe(0)
  expect(live.streams.open(session.token, { write: () => {}, end: () => {} })).toBe("cannot_listen")
})
