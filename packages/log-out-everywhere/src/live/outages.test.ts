import { randomUUID } from "node:crypto"
import pg from "pg"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { startEphemeralDatabase } from "@/scripts/postgres/embedded-database"
import { createAdopter } from "@/test/adopters/adopter"
import { type Child, childProgram, startChild, type Told } from "@/test/live/child"
import { fromPg } from "../postgres/from-pg.ts"
import { migrate } from "../postgres/migrate.ts"

const lengthMs = 400
const program = await childProgram()
afterAll(program.remove)

async function start(url: string): Promise<Child> {
  const child = await startChild(program.file, url, lengthMs, false)
  onTestFinished(child.close)
  return child
}

const logIn = async (child: Child, userId: string) => {
  const { id = "", secret = "" } = await child.ask({ kind: "log in", userId })
  return { userId, tokenId: id, secret }
}
const check = (child: Child, { secret }: { readonly secret: string }) =>
  child.ask({ kind: "check", secret })
const untilKept = (child: Child, session: { readonly secret: string }) =>
  expect.poll(() => check(child, session)).toEqual({ isLive: true, isKept: true })

const cuts: Readonly<Record<string, (child: Child, sql: Sql) => unknown>> = {
  "ended by the server": (_, sql) =>
    sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`),
  "broken off by the network": ({ line }) => line.cut(),
  "silent, since the network drops what is sent": ({ line }) => line.fallSilent(),
}
type Sql = (text: string) => Promise<unknown>

test.each(Object.entries(cuts))(
  "a line that is %s: nothing that ended is accepted past the lease, and then answers are kept again",
  async (_, cut) => {
    const adopter = await createAdopter("uuid")
    onTestFinished(adopter.close)
    const [here, there] = [await start(adopter.url), await start(adopter.url)]
    const user = await adopter.addUser()
    const [ended, other] = [await logIn(there, user), await logIn(there, user)]
    await untilKept(here, ended)
    await untilKept(here, other)

    await cut(here, adopter.sql)
    await there.ask({ kind: "revoke", ...ended })
    const throughAt = performance.now()
    const ofLive: (boolean | undefined)[] = []
    const ofEnded: (boolean | undefined)[] = []
    await expect
      .poll(
        async () => {
          const askedAt = performance.now()
          const [dead, live] = await Promise.all([check(here, ended), check(here, other)])
          ofLive.push(live.isLive)
          if (askedAt >= throughAt + lengthMs) ofEnded.push(dead.isLive)
          return ofEnded.length
        },
        { interval: 10 },
      )
      .toBeGreaterThan(20)
    expect(new Set(ofEnded)).toEqual(new Set([false]))
    expect(new Set(ofLive)).toEqual(new Set([true]))

    here.line.speakAgain()
    await untilKept(here, other)
    expect((await check(here, ended)).isLive).toBe(false)
  },
)

test("PostgreSQL dies and comes back under load: no process dies, nothing that ended is accepted, nobody is logged out", async () => {
  const server = await startEphemeralDatabase(true)
  onTestFinished(server.stop)
  const pool = new pg.Pool({ connectionString: server.ownerUrl("postgres") })
  pool.on("error", () => {})
  onTestFinished(() => pool.end())
  const user = randomUUID()
  await pool.query(`CREATE TABLE "User" (id uuid PRIMARY KEY)`)
  await pool.query(`INSERT INTO "User" VALUES ($1)`, [user])
  await migrate(fromPg(pool), { table: "User", type: "uuid" })
  const url = server.ownerUrl("postgres")
  const children = [await start(url), await start(url)] as const
  const [here, there] = children
  const [live, ended, last] = [
    await logIn(here, user),
    await logIn(here, user),
    await logIn(here, user),
  ]
  for (const session of [live, ended, last]) await untilKept(here, session)
  await there.ask({ kind: "revoke", ...ended })
  await expect.poll(async () => (await check(here, ended)).isLive).toBe(false)

  const told = { here: [] as Told[], ofEnded: [] as Told[] }
  let isOver = false
  const load = async (child: Child) => {
    while (!isOver) {
      const [one, other] = await Promise.all([check(child, live), check(child, ended)])
      told.here.push(one)
      told.ofEnded.push(other)
    }
  }
  const loads = children.flatMap((child) => [load(child), load(child)])
  server.crash()
  await expect.poll(() => told.here.some(({ problem }) => problem)).toBe(true)
  await server.restart()
  await untilKept(here, live)
  await untilKept(there, live)
  await there.ask({ kind: "revoke", ...last })
  await expect.poll(async () => (await check(here, last)).isLive).toBe(false)
  isOver = true
  await Promise.all(loads)
  told.here.forEach(isNoLogOut)
  expect(told.ofEnded.filter(({ isLive }) => isLive)).toEqual([])
})

/** An outage is a failure, and no log-out; and the process is there to say so. */
function isNoLogOut({ isLive, problem = "" }: Told) {
  if (isLive === undefined) expect(problem).not.toMatch(/^$|It ended/)
  else expect(isLive).toBe(true)
}
