import type pg from "pg"
import { pendingMigrations } from "@/prisma/migrate"
import { withClient } from "./prepare-database"

/** Why the app should not run on this database as this role, one sentence each. */
export async function databaseProblems(url: string, willMigrate: boolean): Promise<string[]> {
  try {
    return await withClient(url, async (client) => [
      ...(await tooMuchPower(client)),
      ...(willMigrate ? [] : await missingMigrations(client)),
    ])
  } catch (error) {
    return [`The database of DATABASE_URL cannot be used: ${(error as Error).message}.`]
  }
}

/** Whoever takes over the app must not be able to rewrite the audit log, or to read other databases. */
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
