import pg from "pg"
import { openAddOnApp } from "@/bench/add-on-app"
import { quantile } from "@/bench/measure"
import { openPool } from "@/bench/pool"
import { table } from "@/bench/report"
import { addPerson, issueTo, partsOn, type World } from "@/test/world/people"

const atOnce = 8
const windowS = 5
const dayMs = 86_400_000

/**
 * What one process gets done a second, and what the log of the database, which replicas and backups read, grows by each. A page that
 * changes for the first time since a checkpoint is written there whole: just after one, that is nearly every page.
 */
export async function writeRates(world: World): Promise<string> {
  const pool = openPool(world.urls.url)
  const { stores } = partsOn(world.connection)
  const { loe, logIn } = openAddOnApp(pool)
  const tokens = await world.sql<{ id: string; userId: string }>(
    `SELECT id, "userId" FROM log_out_everywhere.token TABLESAMPLE BERNOULLI (5) WHERE "revokedAt" IS NULL ORDER BY random()`,
  )
  let turn = 0
  const next = () => tokens[turn++ % tokens.length] ?? { id: "", userId: "" }
  const touch = (id: string) => {
    const at = new Date(Date.now() + turn)
    return stores.tokens.touch(id, at, new Date(+at + dayMs))
  }
  const acts = {
    "touch, of any": () => touch(next().id),
    "touch, of the same 100": () => touch(tokens[turn++ % 100]?.id ?? ""),
    "log in": () => logIn(next().userId),
    "log out everywhere": () => loe.logOutEverywhere(next().userId),
  }
  const rows = []
  for (const [name, act] of Object.entries(acts)) {
    await perSecond(act, 1)
    await world.sql("CHECKPOINT")
    const before = await written(world)
    const [rate, done] = await perSecond(act, windowS)
    const after = await written(world)
    rows.push([
      name,
      rate.toFixed(0),
      ((after.bytes - before.bytes) / done).toFixed(0),
      ((after.pages - before.pages) / done).toFixed(1),
    ])
  }
  await pool.end()
  return table(
    [
      `${atOnce} at once, the ${windowS} s after a checkpoint`,
      "a second",
      "bytes of WAL each",
      "whole pages",
    ],
    rows,
  )
}

/** With secrets of sessions among all the others, one check after another. */
export async function checkTime(world: World): Promise<string> {
  const secrets = []
  for (let person = 0; person < 100; person++) {
    secrets.push((await issueTo(world, await addPerson(world))).secret)
  }
  const pool = openPool(world.urls.url)
  const { loe } = openAddOnApp(pool)
  const times: number[] = []
  for (let check = 0; check < 3_000; check++) {
    const startedAt = performance.now()
    const resumed = await loe.resume("session", secrets[check % 100] ?? "", { touch: false })
    if (!resumed.ok) throw new Error(resumed.failure)
    times.push(performance.now() - startedAt)
  }
  await pool.end()
  return table(
    ["Among all of them", "median ms", "p99 ms"],
    [["check one session", quantile(times, 0.5).toFixed(2), quantile(times, 0.99).toFixed(2)]],
  )
}

/** Commits that tell something wait for each other; those that tell nothing reach the disk together. */
export async function notifyRates({ urls, sql }: World): Promise<string> {
  await sql("CREATE TABLE scratch (id int PRIMARY KEY, n int NOT NULL)")
  await sql("INSERT INTO scratch SELECT n, 0 FROM generate_series(0, 63) n")
  const pool = new pg.Pool({ connectionString: urls.ownerUrl, max: 32 })
  const update = "UPDATE scratch SET n = n + 1 WHERE id = $1"
  const notify = `WITH done AS (${update} RETURNING id) SELECT pg_notify('scratch', 'owner ' || gen_random_uuid()) FROM done`
  const rows = []
  for (const lanes of [1, 8, 32]) {
    const rates = []
    for (const text of [update, notify]) {
      const act = (lane: number) => pool.query({ name: text.slice(0, 20), text, values: [lane] })
      await perSecond(act, 1, lanes)
      rates.push((await perSecond(act, windowS, lanes))[0])
    }
    const [silent = 0, telling = 0] = rates
    rows.push([
      `${lanes} at once`,
      silent.toFixed(0),
      telling.toFixed(0),
      (telling / silent).toFixed(2),
    ])
  }
  await pool.end()
  return table(["Commits a second", "that tell nothing", "with NOTIFY", "of it"], rows)
}

/** What a notice takes that a listener has not read yet. The queue holds 8 GB, and acts fail once it is full. */
export async function noticeBytes({ urls, sql }: World): Promise<string> {
  const listener = new pg.Client({ connectionString: urls.ownerUrl })
  await listener.connect()
  await listener.query("LISTEN scratch")
  // While a transaction is open its connection is told nothing.
  await listener.query("BEGIN")
  const count = 200_000
  await sql(
    "SELECT pg_notify('scratch', 'owner ' || gen_random_uuid()) FROM generate_series(1, $1::int)",
    [count],
  )
  const [queue] = await sql<{ used: number }>("SELECT pg_notification_queue_usage() AS used")
  await listener.end()
  const bytes = ((queue?.used ?? Number.NaN) * 8 * 2 ** 30) / count
  return table(
    ["A notice that waits", "bytes", "as many fill the queue of 8 GiB, computed"],
    [["owner and its id", bytes.toFixed(0), `${((8 * 2 ** 30) / bytes / 1e6).toFixed(0)} million`]],
  )
}

async function written({ sql }: World): Promise<{ bytes: number; pages: number }> {
  const [at] = await sql<{ bytes: number; pages: number }>(
    "SELECT wal_bytes::float8 AS bytes, wal_fpi::float8 AS pages FROM pg_stat_wal",
  )
  if (!at) throw new Error("The database tells no figures.")
  return at
}

async function perSecond(
  act: (lane: number) => Promise<unknown>,
  seconds: number,
  lanes = atOnce,
): Promise<[rate: number, done: number]> {
  const startedAt = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < startedAt + seconds * 1_000) {
        await act(lane)
        done++
      }
    }),
  )
  return [(1_000 * done) / (performance.now() - startedAt), done]
}
