import type pg from "pg"
import { probeSessions } from "@/lib/db/session-probe"
import { pendingMigrations, unknownMigrations } from "@/prisma/migrate"
import { withDatabase } from "./database-client"
import { poolerProblems } from "./pooler-problems"

/** Why the app should not run on this database as this role, one sentence each. */
export async function databaseProblems(url: string, willMigrate: boolean): Promise<string[]> {
  try {
    const pooler = await poolerProblems(url)
    if (pooler.length > 0) return pooler
    return await withDatabase("DATABASE_URL", url, async (client) => {
      const aged = await versionProblems(client)
      if (aged.length > 0) return aged
      const power = await tooMuchPower(client)
      if (willMigrate) return power
      const unmet = [...power, ...(await missingMigrations(client))]
      return unmet.length > 0 ? unmet : sessionProblems(client)
    })
  } catch (error) {
    return [(error as Error).message]
  }
}

/** What an operator should know who starts this release, and what keeps it from nothing. */
export async function databaseWarnings(url: string): Promise<string[]> {
  const names = await withDatabase("DATABASE_URL", url, unknownMigrations)
  if (names.length === 0) return []
  return [
    `The database has migrations of a newer release: ${names.join(", ")}. This one works beside the release that follows it; if that is not on its way, upgrade.`,
  ]
}

/** Views that judge by the rights of the role that asks came with PostgreSQL 15. */
export async function versionProblems(client: pg.Client, least = 15): Promise<string[]> {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  )
  const version = rows[0]?.version ?? ""
  if (Number.parseInt(version, 10) >= least) return []
  return [`PostgreSQL ${version} is too old: upgrade it to ${least} or newer.`]
}

/** A hijacker of the app must not be able to rewrite the audit log, or to read other databases. */
async function tooMuchPower(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    SELECT current_user AS name,
      (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuperuser",
      EXISTS (
        SELECT FROM pg_class
        WHERE relnamespace = to_regnamespace('public') AND relkind = 'r'
          AND pg_has_role(current_user, relowner, 'MEMBER')
      ) AS "isOwner"`)
  const { name, isSuperuser, isOwner } = rows[0]
  const remedy = "name a plain role in DATABASE_URL, and the owner in MIGRATION_DATABASE_URL."
  if (isSuperuser) return [`The role ${name} is a superuser: ${remedy}`]
  if (isOwner) return [`The role ${name} owns the tables: ${remedy}`]
  return []
}

async function missingMigrations(client: pg.Client): Promise<string[]> {
  const names = await pendingMigrations(client)
  if (names.length === 0) return []
  const remedy = "Set MIGRATION_DATABASE_URL to the owner's address, and run `npm run migrate`."
  return [`The database lacks the migrations ${names.join(", ")}. ${remedy}`]
}

/** Why sessions could not be checked or begun on a database that is there and migrated, one sentence each. */
async function sessionProblems(client: pg.Client): Promise<string[]> {
  try {
    await probeSessions(client)
    return []
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string }
    if (code === "25006") {
      return [
        "The database of DATABASE_URL is read-only: no session can begin or end there. Name the primary server.",
      ]
    }
    if (code === "42501") {
      return [
        `The role of DATABASE_URL may not use its tables (${message}). Set MIGRATION_DATABASE_URL to the owner's address, and run \`npm run migrate\`, which grants it what it needs.`,
      ]
    }
    throw error
  }
}
