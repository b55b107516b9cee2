/** The PostgreSQL server of a test run, with a migrated template that each database is copied from. */
import { randomBytes } from "node:crypto"
import pg from "pg"
import { startEphemeralDatabase } from "@/scripts/postgres/embedded-database"
import { prepareDatabase, withClient } from "@/scripts/postgres/prepare-database"

/** What a worker needs to know, in the variable LOE_TEST_SERVER. */
export interface TestServer {
  readonly ownerUrl: string
  readonly app: { readonly name: string; readonly password: string }
  readonly template: string
}

/** Starts the embedded server, or prepares the one that TEST_DATABASE_URL names. */
export async function startTestServer(): Promise<{
  server: TestServer
  stop: () => Promise<void>
}> {
  const { TEST_DATABASE_URL } = process.env
  const embedded = TEST_DATABASE_URL ? undefined : await startEphemeralDatabase()
  const ownerUrl = embedded?.ownerUrl("postgres") ?? TEST_DATABASE_URL ?? ""
  const run = randomBytes(4).toString("hex")
  const app = { name: `loe_app_${run}`, password: randomBytes(16).toString("hex") }
  const server = { ownerUrl, app, template: `loe_test_${run}` }

  await withClient(ownerUrl, async (owner) => {
    await owner.query(`CREATE ROLE ${app.name} LOGIN PASSWORD '${app.password}'`)
    await owner.query(`CREATE DATABASE ${server.template}`)
  })
  await prepareDatabase(...urls(server, server.template))

  return {
    server,
    async stop() {
      if (embedded) await embedded.stop()
      else await withClient(ownerUrl, (owner) => clear(owner, server))
    },
  }
}

export function urls(
  { ownerUrl, app }: TestServer,
  database: string,
): [owner: string, app: string] {
  const owner = new URL(ownerUrl)
  owner.pathname = `/${database}`
  const other = new URL(owner)
  other.username = app.name
  other.password = app.password
  return [owner.href, other.href]
}

async function clear(owner: pg.Client, { app, template }: TestServer) {
  const { rows } = await owner.query(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [template],
  )
  for (const { datname } of rows) {
    await owner.query(`DROP DATABASE ${pg.escapeIdentifier(datname)} WITH (FORCE)`)
  }
  await owner.query(`DROP ROLE ${app.name}`)
}
