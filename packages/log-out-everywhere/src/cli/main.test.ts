import { execFile } from "node:child_process"
import { writeFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { appWith, folder, plain, removeFolder, tables } from "@/test/adopters/init-under-test"
import { createEmptyDatabase, type TestDatabase } from "@/test/world/database"

afterAll(removeFolder)

let made: TestDatabase
beforeAll(async () => {
  made = await createEmptyDatabase()
  const pool = new pg.Pool({ connectionString: made.ownerUrl })
  await pool.query(tables)
  await pool.end()
})
afterAll(() => made.drop())

/** The address of the database is in a file, as Next reads it. */
const run = async (...args: string[]) => {
  appWith(plain)
  writeFileSync(path.join(folder, ".env"), `DATABASE_URL=${made.ownerUrl}\n`)
  const tsx = path.resolve("node_modules/tsx/dist/cli.mjs")
  const main = path.resolve("packages/log-out-everywhere/src/cli/main.ts")
  const env = { NODE_ENV: "test" } as const
  const options = { cwd: folder, env }
  return promisify(execFile)(process.execPath, [tsx, main, ...args], options).then(
    ({ stdout }) => ({ code: 0, told: stdout }),
    ({ code, stdout, stderr }) => ({ code, told: stdout + stderr }),
  )
}

test("the command takes the add-on in, looks at it, brings it up to date, and deletes what is over", async () => {
  expect(await run("doctor")).toMatchObject({ code: 1 })
  expect((await run("init", "--yes")).told).toContain("Done.")
  expect(await run("doctor")).toMatchObject({ code: 0 })
  expect(await run("migrate")).toEqual({ code: 0, told: "The add-on's tables are up to date.\n" })
  expect((await run("expunge", "--kept", "30")).told).toContain("tokens: 0")
  expect(await run("expunge", "--kept", "soon")).toEqual({
    code: 1,
    told: "--kept: write a number of days from 1.\n",
  })
  expect((await run()).told).toContain("log-out-everywhere <command>")
}, 60_000)

test("the command prints the SQL of everything, for a migration of the app's own", async () => {
  const { told } = await run("migrate", "--print", "--users", "shop.people", "--type", "bigint")
  expect(told).toContain(`"userId" bigint PRIMARY KEY REFERENCES "shop"."people" ("id")`)
})
