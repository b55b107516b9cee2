import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import { bundle } from "@/scripts/release/bundle"
import { createTestDatabase, type TestDatabase } from "@/test/world/database"

const project = mkdtempSync(path.join(tmpdir(), "loe-refused-"))
const built = path.join(project, ".next/standalone")
const policyFile = path.join(project, "authentication.ts")
const policy = readFileSync("authentication.ts", "utf8")
/** Holds a port: a start that gets as far as listening there has found nothing to refuse before. */
const taken = createServer()
let database: TestDatabase

beforeAll(async () => {
  copyProject()
  await once(taken.listen(0), "listening")
  database = await createTestDatabase()
})
afterAll(async () => {
  taken.close()
  rmSync(project, { recursive: true })
  await database.drop()
})

/** What to write for what stands in the policy, and the problem that this is. */
const wrong = [
  [
    "requireTokenPresenceForAuthentication: true",
    "requireTokenPresenceForAuthentication: false",
    "- tokens.requireTokenPresenceForAuthentication: logging out everywhere needs it; write `requireTokenPresenceForAuthentication: true`.",
  ],
  [
    "excludePurposes: [",
    'includePurposes: [],\n      excludePurposes: ["cookie", ',
    "- addOns[0].includePurposes: empty, so nothing would end; leave it out to mean every purpose.",
  ],
  [
    "addOns: [",
    'triggers: { password_changed: { scope: "none", purposes: [] } },\n  addOns: [',
    "- triggers.password_changed: contradicts `applyOnPasswordChange: true`",
  ],
] as const

describe.each([["start"], ["run", "demo"]])("npm %s %s", (...command) => {
  test("goes past a policy that holds", async () => {
    await usePolicy(policy)
    const { status, says } = run(command, safe())
    expect(status).toBe(1)
    expect(says).toContain(`Port ${port()} is taken.`)
    expect(says).not.toContain("authentication")
  })

  test("refuses a policy that does not, names every problem, and exits with 1", async () => {
    const broken = wrong.reduce((text, [found, instead]) => {
      expect(text).toContain(found)
      return text.replace(found, instead)
    }, policy)
    await usePolicy(broken)
    const { status, says } = run(command, safe())
    expect(status).toBe(1)
    expect(says).toContain("The authentication options do not hold:")
    for (const [, , problem] of wrong) expect(says).toContain(problem)
    expect(says).not.toContain("Port")
  })

  test("says in a sentence that a port is none", async () => {
    await usePolicy(policy)
    const { status, says } = run(command, { ...safe(), PORT: "abc" })
    expect(status).toBe(1)
    expect(says.trim()).toBe("PORT must be a whole number from 1 to 65535.")
  })
})

test("npm start complains once of an address that is no database's", async () => {
  await usePolicy(policy)
  const { status, says } = run(["start"], { ...safe(), DATABASE_URL: "mysql://localhost" })
  expect(status).toBe(1)
  expect(says.match(/DATABASE_URL/g)).toHaveLength(1)
})

test("npm start refuses to do without its settings, names each, and exits with 1", async () => {
  await usePolicy(policy)
  const PLACE_DATABASE = "/nowhere/places.mmdb"
  const { status, says } = run(["start"], { PORT: safe().PORT, PLACE_DATABASE })
  expect(status).toBe(1)
  expect(says).toContain("Set DATABASE_URL to the address of a PostgreSQL database.")
  expect(says).toContain("Set AUTH_SECRET to a random text, made with: openssl rand -base64 33")
  expect(says).toContain(
    "PLACE_DATABASE names /nowhere/places.mmdb, which can't be read: there is no such file.",
  )
  expect(says).toContain("Set AUTH_URL to the app's address, like https://app.example.com.")
  expect(says).not.toContain("Port")
})

test("npm start without a build says so", () => {
  rmSync(path.join(built, "dist"), { recursive: true })
  for (const command of [["start"], ["run", "migrate"]]) {
    const { status, says } = run(command, safe())
    expect({ status, says: says.trim() }).toEqual({
      status: 1,
      says: "There is no build: run `npm run build` first.",
    })
  }
})

async function usePolicy(text: string) {
  writeFileSync(policyFile, text)
  await bundle(path.join(built, "dist"), project)
}

/** A policy cannot be handed in: it is a file of the project, and so the project is copied. */
function copyProject() {
  for (const file of [...sourceFiles(), "lib/db/generated"]) {
    // Without it nothing is installed over the packages that the copy shares with us.
    if (file === "package-lock.json") continue
    cpSync(file, path.join(project, file), { recursive: true, preserveTimestamps: true })
  }
  symlinkSync(path.resolve("node_modules"), path.join(project, "node_modules"), "junction")
  mkdirSync(path.join(built, ".next"), { recursive: true })
  writeFileSync(path.join(built, ".next/BUILD_ID"), "a build that is never served")
}

const port = () => (taken.address() as { port: number }).port

const safe = () => ({
  PORT: String(port()),
  DATABASE_URL: database.url,
  AUTH_URL: "http://localhost:3000",
  AUTH_SECRET: randomBytes(33).toString("base64"),
})

/** Whatever the machine of the test has set. */
const unset = { DATABASE_URL: "", MIGRATION_DATABASE_URL: "", AUTH_URL: "", AUTH_SECRET: "" }

function run(command: readonly string[], settings: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync("npm", [...command, "--silent"], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, ...unset, ...settings },
    // There npm is a script.
    shell: process.platform === "win32",
  })
  return { status, says: stdout + stderr }
}
