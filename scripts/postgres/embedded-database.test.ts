import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { existsSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { enterLastingDatabase, startEphemeralDatabase } from "./embedded-database"
import { withClient } from "./prepare-database"

const home = path.join(tmpdir(), `loe-home-${randomBytes(4).toString("hex")}`)
beforeAll(() => vi.stubEnv("EMBEDDED_DB_HOME", home))
afterAll(() => rmSync(home, { recursive: true, force: true }))

test("what was acknowledged is there after a crash, at the same address", async () => {
  const database = await startEphemeralDatabase(true)
  const url = database.ownerUrl("postgres")
  await withClient(url, (owner) => owner.query("CREATE TABLE kept AS SELECT 42 AS answer"))

  database.crash()
  await database.restart()

  const { rows } = await withClient(url, (owner) => owner.query("SELECT answer FROM kept"))
  expect(rows).toEqual([{ answer: 42 }])
  await database.stop()
  expect(existsSync(database.folder)).toBe(false)
})

test("launchers share the lasting server, and the last one out stops it", async () => {
  const first = await enterLastingDatabase()
  const second = await enterLastingDatabase()
  expect(second.ownerUrl("postgres")).toBe(first.ownerUrl("postgres"))

  await first.leave()
  expect(isServed(second.folder)).toBe(true)

  await second.leave()
  expect(isServed(second.folder)).toBe(false)
})

test("the server of a launcher that was killed is taken over and stopped by the next", async () => {
  const script = `import("${path.resolve("scripts/postgres/embedded-database.ts")}")
    .then(({ enterLastingDatabase }) => enterLastingDatabase())
    .then(({ folder }) => console.log(folder))`
  const launcher = spawn(process.execPath, ["--import", "tsx", "--eval", script])
  const [folder] = await once(launcher.stdout, "data")
  launcher.kill("SIGKILL")
  await once(launcher, "exit")
  expect(isServed(String(folder).trim())).toBe(true)

  const next = await enterLastingDatabase()
  expect(next.folder).toBe(String(folder).trim())
  // The server learns of the killed one's end from its connection, and a little later.
  await expect.poll(() => seats(next.ownerUrl("postgres"))).toBe(1)
  await next.leave()
  expect(isServed(next.folder)).toBe(false)
})

test("the app's role is neither superuser nor owner of anything", async () => {
  const database = await enterLastingDatabase()
  const { rows } = await withClient(database.appUrl("postgres"), (app) =>
    app.query(`
      SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls AS "isPowerful",
        EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) AS "isOwner"
      FROM pg_roles WHERE rolname = current_user`),
  )
  expect(rows).toEqual([{ isPowerful: false, isOwner: false }])
  await database.leave()
})

function seats(url: string): Promise<number> {
  return withClient(url, async (owner) => {
    const locks = await owner.query("SELECT FROM pg_locks WHERE locktype = 'advisory'")
    return locks.rows.length
  })
}

function isServed(folder: string): boolean {
  return existsSync(path.join(folder, "data/postmaster.pid"))
}
