import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { PrismaPg } from "@prisma/adapter-pg"
import type pg from "pg"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { withClient } from "@/scripts/postgres/prepare-database"
import { schemaDiff } from "@/scripts/postgres/schema-diff"
import { openSchemaEngine, type SchemaEngine } from "@/scripts/postgres/schema-engine"
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "@/test/world/database"
import { readCatalog } from "./catalog"
import { externalTables, MIGRATIONS } from "./migrate"

let shared: TestDatabase
beforeAll(async () => {
  shared = await createTestDatabase()
})
afterAll(() => shared.drop())

/** What ours refer to of the add-on's, which are there before them. */
const addOnTables =
  "CREATE SCHEMA log_out_everywhere; CREATE TABLE log_out_everywhere.token (id uuid PRIMARY KEY); " +
  "CREATE TABLE log_out_everywhere.ended_generation (id uuid PRIMARY KEY)"

const filters = { externalTables: [...externalTables], externalEnums: [] }

test("the migrations make what the schema describes", async () => {
  const schema = readFileSync(path.join(MIGRATIONS, "../schema.prisma"), "utf8")
  const described = await createEmptyDatabase()
  onTestFinished(described.drop)

  const tables = await schemaDiff("", schema)
  await withClient(described.ownerUrl, (client) => client.query(`${addOnTables}; ${tables}`))

  // It knows neither our books nor triggers, nor an index on what a function answers.
  const unknown = /_prisma_migrations|^trigger |^index .*address_of/
  const catalog = await withClient(shared.ownerUrl, readCatalog)
  expect(catalog.filter((line) => !unknown.test(line))).toEqual(
    await withClient(described.ownerUrl, readCatalog),
  )
})

test("to Prisma's own engine a database migrated by us is up to date", async () => {
  const engine = await engineOn(shared.ownerUrl)

  const migrationsList = listOf(readMigrations())
  expect(await engine.applyMigrations({ migrationsList, filters })).toEqual({
    appliedMigrationNames: [],
  })
  const question = { migrationsList, filters, optInToShadowDatabase: false }
  expect(await engine.diagnoseMigrationHistory(question)).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  })
})

test("our books have the layout of those that Prisma's own engine makes", async () => {
  const theirs = await createEmptyDatabase()
  onTestFinished(theirs.drop)

  const engine = await engineOn(theirs.ownerUrl)
  const migrationsList = listOf([{ name: "1_first", sql: `CREATE TABLE "Thing" ("id" INT)` }])
  await engine.applyMigrations({ migrationsList, filters })

  const books = async (client: pg.Client) =>
    (await readCatalog(client)).filter((line) => line.includes("_prisma_migrations"))
  expect(await withClient(shared.ownerUrl, books)).toEqual(await withClient(theirs.ownerUrl, books))
})

test.each([
  [`UPDATE "AuditEvent" SET "action" = 'nothing'`],
  [`DELETE FROM "AuditEvent"`],
  [`TRUNCATE "AuditEvent"`],
  [`DELETE FROM "_prisma_migrations"`],
  [`ALTER TABLE "User" DROP COLUMN "email"`],
  [`CREATE TABLE "Mine" ()`],
])("the app's role may not: %s", async (sql) => {
  await withClient(shared.url, async (client) => {
    await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/)
  })
})

function engineOn(url: string): Promise<SchemaEngine> {
  return openSchemaEngine(new PrismaPg({ connectionString: url }))
}

function readMigrations() {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      sql: readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8"),
    }))
}

function listOf(migrations: readonly { name: string; sql: string }[]) {
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: `provider = "postgresql"` },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } as const },
    })),
  }
}
