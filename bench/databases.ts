/** One server, and in it a database for each library, with the same people and sessions. */

import { postgresVersion } from "@/bench/record/machine"
import { withClient } from "@/scripts/postgres/prepare-database"
import { schemaDiff } from "@/scripts/postgres/schema-diff"
import { startTestServer, type TestServer, urls } from "@/test/world/server"
import { migrateBetterAuth } from "./better-auth"
import { fillAuthJs, fillBetterAuth, fillOurs } from "./fill"
import { authJsSchema } from "./generate"

export interface Databases {
  readonly version: string
  readonly ours: string
  readonly authJs: string
  readonly betterAuth: string
  /** Clears what was deleted out of every database. */
  readonly tidy: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** On the embedded server, or on the one that TEST_DATABASE_URL names. */
export async function startDatabases(sessions: number): Promise<Databases> {
  const { server, stop } = await startTestServer()
  try {
    const ours = await makeDatabase(server, "ours", server.template)
    await fill(ours, fillOurs(sessions))

    const authJs = await makeDatabase(server, "authjs", "template0")
    await withClient(authJs.url, async (client) => {
      await client.query(await schemaDiff("", authJsSchema))
    })
    await fill(authJs, fillAuthJs(sessions))

    const betterAuth = await makeDatabase(server, "better_auth", "template0")
    await migrateBetterAuth(betterAuth.url)
    await fill(betterAuth, fillBetterAuth(sessions))

    return {
      version: await postgresVersion(server.ownerUrl),
      ours: ours.url,
      authJs: authJs.url,
      betterAuth: betterAuth.url,
      async tidy() {
        for (const { ownerUrl } of [ours, authJs, betterAuth]) {
          await withClient(ownerUrl, (owner) => owner.query("VACUUM (ANALYZE)"))
        }
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Database {
  readonly ownerUrl: string
  readonly url: string
}

async function makeDatabase(server: TestServer, name: string, template: string): Promise<Database> {
  const database = `${server.template}_${name}`
  await withClient(server.ownerUrl, (owner) =>
    owner.query(`CREATE DATABASE ${database} TEMPLATE ${template} OWNER ${server.app.name}`),
  )
  const [ownerUrl, url] = urls(server, database)
  return { ownerUrl, url }
}

async function fill({ url, ownerUrl }: Database, sql: string) {
  await withClient(url, (client) => client.query(sql))
  // Or the server would do it later, behind a measurement's back.
  await withClient(ownerUrl, (owner) => owner.query("VACUUM (FREEZE, ANALYZE)"))
  await withClient(ownerUrl, (owner) => owner.query("CHECKPOINT"))
}
