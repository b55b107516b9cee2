import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import { expect, onTestFinished, test, vi } from "vitest"
import { createEmptyDatabase } from "@/test/world/database"
import { migrate, pendingMigrations } from "./migrate"

test("each migration is applied once, in the order of its name", async () => {
  const client = await emptyDatabase()
  const folder = migrations({
    "2_rows": `INSERT INTO "Thing" VALUES (1)`,
    "1_table": `CREATE TABLE "Thing" ("id" INT PRIMARY KEY)`,
  })

  expect(await pendingMigrations(client, folder)).toEqual(["1_table", "2_rows"])
  expect(await migrate(client, folder)).toEqual(["1_table", "2_rows"])
  expect(await pendingMigrations(client, folder)).toEqual([])
  expect(await migrate(client, folder)).toEqual([])
})

test("two that run at once apply each migration once", async () => {
  const { client, open } = await emptyDatabaseForTwo()
  const folder = migrations({ "1_table": `CREATE TABLE "Thing" ()` })

  const applied = await Promise.all([migrate(client, folder), migrate(await open(), folder)])

  expect(applied.flat()).toEqual(["1_table"])
})

test("a migration that fails leaves nothing, and is applied once it is mended", async () => {
  const client = await emptyDatabase()
  const broken = migrations({ "1_table": `CREATE TABLE "Thing" (); SELECT 1 / 0;` })
  const mended = migrations({ "1_table": `CREATE TABLE "Thing" ()` })

  await expect(migrate(client, broken)).rejects.toThrow("1_table failed: division by zero")

  expect(await pendingMigrations(client, broken)).toEqual(["1_table"])
  expect(await migrate(client, mended)).toEqual(["1_table"])
})

test("a script is taken whole, with semicolons in bodies and comments", async () => {
  const client = await emptyDatabase()
  const sql = `
    -- One; two.
    CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 42; END; $$;
    CREATE TABLE "Thing" ("text" TEXT DEFAULT ';');`

  await migrate(client, migrations({ "1_all": sql }))

  expect((await client.query("SELECT answer()")).rows).toEqual([{ answer: 42 }])
})

test("a migration that was edited after it was applied is told of, and not applied again", async () => {
  const client = await emptyDatabase()
  await migrate(client, migrations({ "1_table": `CREATE TABLE "Thing" ()` }))
  const warn = vi.fn()

  const edited = migrations({ "1_table": `CREATE TABLE "Thing" ("id" INT)` })

  expect(await migrate(client, edited, warn)).toEqual([])
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("1_table"))
})

test("a migration that another tool left unfinished stops everything after it", async () => {
  const client = await emptyDatabase()
  await migrate(client, migrations({}))
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('a', 'b', '1_x')`,
  )

  await expect(migrate(client, migrations({ "2_y": "SELECT 1" }))).rejects.toThrow("resolve")
})

async function emptyDatabase(): Promise<pg.Client> {
  return (await emptyDatabaseForTwo()).client
}

async function emptyDatabaseForTwo() {
  const database = await createEmptyDatabase()
  onTestFinished(database.drop)
  const open = async () => {
    const client = new pg.Client(database.ownerUrl)
    onTestFinished(() => client.end())
    await client.connect()
    return client
  }
  return { client: await open(), open }
}

function migrations(scripts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "loe-migrations-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, sql] of Object.entries(scripts)) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, "migration.sql"), sql)
  }
  return folder
}
