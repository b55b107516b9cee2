/** Applies prisma/migrations and keeps the books that `prisma migrate deploy` keeps. */
import { createHash, randomUUID } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import type { ClientBase } from "pg"

export const MIGRATIONS = path.join(import.meta.dirname, "migrations")

/** The add-on's: they stand in the schema for its readers and for the client, and no migration is made for them. */
export const externalTables = [
  "ended_epoch",
  "ended_generation",
  "migration",
  "owner",
  "realm",
  "reason",
  "token",
].map((table) => `log_out_everywhere.${table}`)

/** The key that Prisma's own engine locks. */
const LOCK = 72_707_369

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/**
 * Applies what is pending and returns its names.
 *
 * Each migration is one transaction together with its entry in the books: it stands whole or has
 * left nothing. Two that run at once wait for each other.
 */
export async function migrate(
  client: ClientBase,
  folder = MIGRATIONS,
  warn: (sentence: string) => void = console.warn,
): Promise<string[]> {
  await client.query("SELECT pg_advisory_lock($1)", [LOCK])
  try {
    await client.query(TABLE)
    const applied = await appliedMigrations(client)
    const pending: string[] = []
    for (const migration of readMigrations(folder)) {
      const checksum = applied.get(migration.name)
      if (checksum === undefined) {
        await apply(client, migration)
        pending.push(migration.name)
      } else if (checksum !== migration.checksum) {
        warn(`The migration ${migration.name} was edited after it was applied.`)
      }
    }
    return pending
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK])
  }
}

/** The names of the migrations that this database lacks. Changes nothing. */
export async function pendingMigrations(client: ClientBase, folder = MIGRATIONS) {
  const applied = await readBooks(client)
  return readMigrations(folder)
    .map(({ name }) => name)
    .filter((name) => !applied.has(name))
}

/** The names of the migrations that this release lacks: a newer one has applied them. Changes nothing. */
export async function unknownMigrations(client: ClientBase, folder = MIGRATIONS) {
  const ours = new Set(readMigrations(folder).map(({ name }) => name))
  return [...(await readBooks(client)).keys()].filter((name) => !ours.has(name)).sort()
}

async function readBooks(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS books`)
  return rows[0].books ? appliedMigrations(client) : new Map()
}

/** As Prisma's engine makes it. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, "utf8")
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") }
    })
}

/** The checksum of each, by name. Only Prisma's own engine can leave one that began and failed. */
async function appliedMigrations(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `SELECT "migration_name" AS name, "checksum", "finished_at" IS NOT NULL AS "isFinished"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  )
  const failed = rows.find((row) => !row.isFinished)
  if (failed) {
    const remedy = `Mend it, then run: npx prisma migrate resolve --rolled-back ${failed.name}`
    throw new Error(`The migration ${failed.name} failed halfway earlier. ${remedy}`)
  }
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration) {
  await client.query("BEGIN")
  try {
    // Without parameters, so that the server takes the whole script as it stands.
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations"
         ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query("COMMIT")
  } catch (cause) {
    await client.query("ROLLBACK")
    throw new Error(`The migration ${name} failed: ${(cause as Error).message}`, { cause })
  }
}
