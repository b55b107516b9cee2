/** Brings a database to where the app can work in it: migrated, and open to the app's role. */

import { describeAgain, pgQuery } from "log-out-everywhere/postgres"
import pg from "pg"
import { describe } from "@/lib/db/add-on"
import { allowSilence } from "@/lib/db/client"
import { grantToApp } from "@/prisma/grants"
import { migrate } from "@/prisma/migrate"
import { withDatabase } from "./database-client"

/** A migration may rewrite a large table, or wait for another process that migrates. */
const MIGRATION_MS = 30 * 60_000

/** The migration that made room for what is read from user agents. */
const keepsDevices = "20261129030000_add_on"

/** Returns the names of the migrations that it applied. One role for both needs no grants. */
export async function prepareDatabase(ownerUrl: string, appUrl: string): Promise<string[]> {
  const app = await withDatabase("DATABASE_URL", appUrl, identify)
  return withDatabase("MIGRATION_DATABASE_URL", ownerUrl, async (client) => {
    const owner = await identify(client)
    if (owner.database !== app.database) throw new Error(TWO_DATABASES)
    allowSilence(client, MIGRATION_MS)
    const applied = await migrate(client)
    if (applied.includes(keepsDevices)) await describeAgain(pgQuery(client), describe)
    if (app.role !== owner.role) await grantToApp(client, app.role)
    return applied
  })
}

const TWO_DATABASES =
  "MIGRATION_DATABASE_URL and DATABASE_URL are addresses of two databases. They must differ in the role alone."

/** By what two connections are to the same database, be it by different addresses of one server. */
async function identify(client: pg.Client) {
  const { rows } = await client.query<{ role: string; database: string }>(
    `SELECT current_user AS role, oid || ' since ' || pg_postmaster_start_time() AS database
     FROM pg_database WHERE datname = current_database()`,
  )
  const [row] = rows
  if (!row) throw new Error("The database does not know itself.")
  return row
}

export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
