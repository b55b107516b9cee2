import { afterAll, expect, test } from "vitest"
import {
  appWith,
  asked,
  database,
  heard,
  plain,
  removeFolder,
  tables,
} from "@/test/adopters/init-under-test"
import { init } from "./init.ts"

afterAll(removeFolder)

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
  expect(lines).toContain(`const users = { table: "User", type: "text" } as const`)
  expect(lines).toContain("logOutEverywhere({ store: postgres(fromPrisma(prisma), { users }) })")
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
