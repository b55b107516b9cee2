import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { createEmptyDatabase, type TestDatabase } from "@/scripts/test-database"
import { fromPg } from "../postgres/from-pg.ts"
import { doctor } from "./doctor.ts"
import { init } from "./init.ts"

/** An app that has users, a hash, a mark and accounts, as Prisma makes them. */
const tables = `
  CREATE TABLE "User" (id text PRIMARY KEY, email text, "passwordHash" text, "bannedAt" timestamptz);
  CREATE TABLE "Account" (id text PRIMARY KEY, "userId" text NOT NULL REFERENCES "User" ON DELETE CASCADE)`

const folder = mkdtempSync(path.join(tmpdir(), "loe-init-"))
afterAll(() => rmSync(folder, { recursive: true }))

function appWith(dependencies: Readonly<Record<string, string>>): string {
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ dependencies }))
  return folder
}

const plain = { next: "16.0.0", "next-auth": "5.0.0-beta.32", "@prisma/client": "7.0.0" }

async function database(sql = tables) {
  const { ownerUrl, drop } = await createEmptyDatabase()
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on("error", () => {})
  onTestFinished(async () => {
    await pool.end()
    await drop()
  })
  await pool.query(sql)
  return { pool, url: ownerUrl, connection: fromPg(pool) }
}

function heard(answer = true) {
  const said: string[] = []
  return {
    said,
    terminal: {
      say: (text: string) => void said.push(text),
      ask: async (question: string) => {
        said.push(question)
        return answer
      },
    },
  }
}

const asked = { folder, yes: false, withoutTriggers: false }

test("init says what it will do, does it once it is told to, and prints the lines", async () => {
  appWith(plain)
  const { connection, pool } = await database()
  const { said, terminal } = heard()
  expect(await init(connection, asked, terminal)).toBe(true)
  const question = said.indexOf("Shall it be done?")
  expect(said.slice(0, question)).toEqual([
    `Users are in "public"."User", with ids of type text.`,
    "This will be done in the database:",
    `  - tables in a schema of their own, log_out_everywhere, that refer to "public"."User"`,
    "  - a trigger: a new value of User.passwordHash ends everything that its user has open",
    "  - a trigger: User.bannedAt, once set, ends everything and lets its user in no more",
    "  - a trigger: a deleted row of Account ends everything that its user has open",
  ])
  const lines = said.slice(question).join("\n")
  expect(lines).toContain(
    `store: postgres(fromPrisma(prisma), { users: { table: "User", type: "text" } })`,
  )
  expect(lines).toContain(`import NextAuth from "log-out-everywhere/next-auth"`)

  await pool.query(`INSERT INTO "User" (id, "passwordHash") VALUES ('ann', 'old')`)
  await pool.query(`UPDATE "User" SET "passwordHash" = 'new'`)
  const { rows } = await pool.query("SELECT epoch FROM log_out_everywhere.owner")
  expect(rows).toEqual([{ epoch: 1 }])
})

test("done again, init does nothing, and prints the lines again", async () => {
  appWith(plain)
  const { connection } = await database()
  await init(connection, { ...asked, yes: true }, heard().terminal)
  const { said, terminal } = heard(false)
  expect(await init(connection, asked, terminal)).toBe(true)
  expect(said[1]).toBe("The database has everything already.")
  expect(said.join("\n")).not.toContain("Shall it be done?")
})

test("told not to, init leaves the database as it was", async () => {
  appWith(plain)
  const { connection, pool } = await database()
  const { said, terminal } = heard(false)
  expect(await init(connection, asked, terminal)).toBe(false)
  expect(said.at(-1)).toBe("Nothing was done. Run this with --yes, or answer y.")
  const { rows } = await pool.query("SELECT to_regnamespace('log_out_everywhere') AS made")
  expect(rows).toEqual([{ made: null }])
})

test.each([
  ["no table for users", "", {}, "No table is called like one for users."],
  [
    "two of them",
    `${tables}; CREATE TABLE users (id integer PRIMARY KEY)`,
    {},
    "Several tables are called like one for users: public.User, public.users. Write `--users public.User`.",
  ],
  [
    "another one than is named",
    tables,
    { users: "people" },
    "There is no users table people; there is public.User.",
  ],
  [
    "ids of another type",
    `CREATE TABLE "User" (id numeric PRIMARY KEY)`,
    {},
    "The users' ids are of type numeric; they must be uuid, text, integer, bigint or varchar.",
  ],
])("an app with %s is told what to write", async (_, sql, named, sentence) => {
  appWith(plain)
  const { connection } = await database(sql)
  await expect(init(connection, { ...asked, ...named }, heard().terminal)).rejects.toThrow(sentence)
})

test("version 4 of next-auth, which a plain installation brings, is not served", async () => {
  appWith({ ...plain, "next-auth": "^4.24.0" })
  const { connection } = await database()
  await expect(init(connection, asked, heard().terminal)).rejects.toThrow(
    "next-auth ^4.24.0 is not served, which `npm install next-auth` brings; write `npm install next-auth@beta`",
  )
})

describe("doctor", () => {
  test("says that the tables are not there", async () => {
    appWith(plain)
    const { connection } = await database()
    expect((await doctor(connection.query, { folder })).problems).toEqual([
      "The add-on's tables are not there. Run: npx log-out-everywhere init",
    ])
  })

  test("names what is watched, and what no trigger watches", async () => {
    appWith(plain)
    const { connection, pool } = await database()
    await init(connection, { ...asked, yes: true }, heard().terminal)
    expect(await doctor(connection.query, { folder })).toEqual({
      problems: [],
      notes: [
        "A trigger watches the disabled in User.",
        "A trigger watches the password in User.",
        "A trigger watches the provider in Account.",
      ],
    })
    await pool.query(`DROP TRIGGER log_out_everywhere_password ON "User"`)
    expect((await doctor(connection.query, { folder })).problems).toEqual([
      "No trigger sees to it that a new value of User.passwordHash ends everything that its user has open. Run `npx log-out-everywhere init`, or call `loe.in(tx)` in each transaction that writes it.",
    ])
  })

  test("finds a running app that sets its session's cookie on a page, and one that does not", async () => {
    appWith(plain)
    const { connection } = await database()
    await init(connection, { ...asked, yes: true }, heard().terminal)
    let setsCookie = true
    const app = createServer((_, answer) => {
      if (setsCookie)
        answer.setHeader("set-cookie", "authjs.session-token=again; Path=/; Max-Age=2592000")
      answer.end("a page")
    })
    await new Promise<void>((done) => void app.listen(0, "127.0.0.1", done))
    onTestFinished(() => void app.close())
    const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}`
    expect((await doctor(connection.query, { folder, url })).problems[0]).toMatch(
      /sets the session's cookie on a request that only looks/,
    )
    setsCookie = false
    expect((await doctor(connection.query, { folder, url })).problems).toEqual([])
  })
})

describe("the command itself", () => {
  let made: TestDatabase
  beforeAll(async () => {
    made = await createEmptyDatabase()
    const pool = new pg.Pool({ connectionString: made.ownerUrl })
    await pool.query(tables)
    await pool.end()
  })
  afterAll(() => made.drop())

  const run = async (...args: string[]) => {
    const tsx = path.resolve("node_modules/tsx/dist/cli.mjs")
    const main = path.resolve("packages/log-out-everywhere/src/cli/main.ts")
    const env = { DATABASE_URL: made.ownerUrl }
    const options = { cwd: folder, env }
    return promisify(execFile)(process.execPath, [tsx, main, ...args], options).then(
      ({ stdout }) => ({ code: 0, told: stdout }),
      ({ code, stdout, stderr }) => ({ code, told: stdout + stderr }),
    )
  }

  test("takes the add-on in, looks at it, brings it up to date, and deletes what is over", async () => {
    appWith(plain)
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

  test("prints the SQL of everything, for a migration of the app's own", async () => {
    const { told } = await run("migrate", "--print", "--users", "shop.people", "--type", "bigint")
    expect(told).toContain(`"userId" bigint PRIMARY KEY REFERENCES "shop"."people" ("id")`)
  })
})
