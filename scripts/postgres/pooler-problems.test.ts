import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { createTestDatabase } from "@/test/world/database"
import { isRoot } from "./embedded-binaries"
import { freePort } from "./embedded-server"
import { poolerProblems, sharesSessions } from "./pooler-problems"
import { withClient } from "./prepare-database"

const database = await createTestDatabase()
afterAll(database.drop)

test("PostgreSQL itself is no pooler", async () => {
  expect(await poolerProblems(database.url)).toEqual([])
})

test("a session that is another client's too is noticed, and left as it was", async () => {
  await withClient(database.url, async (one) => {
    await withClient(database.url, async (other) => {
      expect(await sharesSessions(one, other)).toBe(false)
    })
    // Two clients, as a pooler in transaction mode serves them: with one session.
    expect(await sharesSessions(one, one)).toBe(true)
    const { rows } = await one.query("SELECT current_setting('loe.session', true) AS mark")
    expect(rows).toEqual([{ mark: "" }])
  })
})

test("an app whose time zone is not UTC is refused", async () => {
  const elsewhere = await createTestDatabase()
  onTestFinished(elsewhere.drop)
  // What `options` says goes before what the address says, but for a pooler that drops it.
  const url = `${elsewhere.url}?options=-c%20timezone%3DEurope/Berlin`
  expect(await poolerProblems(url)).toEqual([expect.stringContaining("must be UTC")])
})

const hasPgbouncer = spawnSync("pgbouncer", ["--version"]).status === 0

if (hasPgbouncer) test("PgBouncer is told apart by its modes", tellModesApart)
else console.warn("PgBouncer is not installed here: what it does is tested without it, above.")

async function tellModesApart() {
  // What `options` would say, the database says by itself, as an operator is told to have it.
  const name = new URL(database.url).pathname.slice(1)
  await withClient(database.ownerUrl, (owner) =>
    owner.query(`ALTER DATABASE ${name} SET timezone = 'UTC'`),
  )
  const ignored = "ignore_startup_parameters = options,extra_float_digits"
  expect(await throughPgbouncer("pool_mode = transaction")).toMatch(/refuses the app's time zone/)
  expect(await throughPgbouncer(`pool_mode = transaction\n${ignored}`)).toMatch(/transaction mode/)
  expect(await throughPgbouncer(`pool_mode = session\n${ignored}`)).toBe("")
}

/** What is wrong with a database that stands behind a PgBouncer of these settings. */
async function throughPgbouncer(settings: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "loe-pgbouncer-"))
  const { hostname, port, username, password, pathname } = new URL(database.url)
  const ownPort = await freePort()
  writeFileSync(path.join(folder, "users"), `"${username}" "${password}"\n`)
  writeFileSync(
    path.join(folder, "ini"),
    `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = plain
auth_file = ${folder}/users
${settings}
`,
  )
  if (isRoot) spawnSync("chown", ["-R", "nobody", folder])
  const account = isRoot ? { uid: 65534, gid: 65534 } : {}
  const pooler = spawn("pgbouncer", ["-q", path.join(folder, "ini")], {
    stdio: "ignore",
    ...account,
  })
  const ended = once(pooler, "exit")
  try {
    const url = `postgresql://${username}:${password}@127.0.0.1:${ownPort}${pathname}`
    await expect.poll(() => problems(url)).not.toContain("ECONNREFUSED")
    return await problems(url)
  } finally {
    pooler.kill()
    await ended
    rmSync(folder, { recursive: true })
  }
}

const problems = (url: string) =>
  poolerProblems(url).then(
    (found) => found.join("\n"),
    (error: Error) => error.message,
  )
