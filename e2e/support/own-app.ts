import { freePort } from "@/scripts/postgres/embedded-server"
import { withClient } from "@/scripts/postgres/prepare-database"
import { startOpenIdProvider } from "@/test/http/openid-provider"
import { type SilentProxy, silentProxy } from "@/test/outages/silent-proxy"
import { startTestApp, type Watched } from "@/test/world/app"
import { createTestDatabase, type TestDatabase } from "@/test/world/database"
import { Database } from "./database"
import { test as base } from "./fixtures"
import { Mailboxes } from "./mailbox"

interface OwnApp {
  readonly address: string
  readonly authSecret: string
  readonly port: number
  readonly pid: number | undefined
  /** Everything that it has written. */
  readonly logFile: string
  readonly storage: TestDatabase
  /** Between the app and its database. */
  readonly proxy: SilentProxy
}

interface Launch {
  readonly watched?: Watched
  /** How many the process may have open. */
  readonly descriptors?: number
  readonly script?: "scripts/demo.ts"
  /** Puts people into its database. */
  readonly fill?: (storage: TestDatabase) => Promise<void>
}

interface OwnFixtures {
  /** What the app is started with, beside what every test's app is. */
  readonly appSettings: Readonly<Record<string, string>>
  readonly ownApp: OwnApp
}

/** The same tests on an app with its own settings, and on a database that nobody else uses. */
export function testWith(
  settings: Readonly<Record<string, string>>,
  { watched = "traffic", descriptors, script, fill }: Launch = {},
) {
  return base.extend<object, OwnFixtures>({
    appSettings: [({ browserName: _ }, use) => use(settings), { scope: "worker" }],

    ownApp: [
      async ({ appSettings }, use) => {
        const storage = await createTestDatabase()
        await fill?.(storage)
        const proxy = await silentProxy(storage.url)
        const database = { ...storage, url: proxy.url }
        const port = await freePort()
        const { app, pid, stop } = await startTestApp(
          port,
          database,
          appSettings,
          watched,
          undefined,
          descriptors,
          script,
        )
        const stopProvider = await startOpenIdProvider(app)
        const { url: address, authSecret, logFile } = app
        await use({ address, authSecret, port, pid, logFile, storage, proxy })
        stopProvider()
        await stop()
        proxy.close()
        await storage.drop()
      },
      { scope: "worker", timeout: 60_000 },
    ],

    address: [({ ownApp }, use) => use(ownApp.address), { scope: "worker" }],

    database: [
      async ({ ownApp: { storage } }, use) => {
        const database = new Database(storage.url, storage.ownerUrl)
        await use(database)
        await database.end()
      },
      { scope: "worker" },
    ],

    mailboxes: [
      ({ database, ownApp: { address: url, authSecret } }, use) =>
        use(new Mailboxes(database.connection, { url, authSecret })),
      { scope: "worker" },
    ],
  })
}

/** One that may break, and that a test mends again. */
export const test = testWith({})

/** One where strangers get accounts: written once, so that the files about it can share an app. */
export const testWithSignUp = testWith({ SIGN_UP: "open" })

/** Cuts every connection of the database, and lets no new one in. */
export async function cutOff(storage: TestDatabase): Promise<void> {
  await asOwner(storage, "ALTER DATABASE %I ALLOW_CONNECTIONS false")
  await asOwner(
    storage,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %L",
  )
}

export async function bringBack(storage: TestDatabase): Promise<void> {
  await asOwner(storage, "ALTER DATABASE %I ALLOW_CONNECTIONS true")
}

/** From another database of the same server, since this one may be closed. */
async function asOwner({ ownerUrl }: TestDatabase, statement: string): Promise<void> {
  const elsewhere = new URL(ownerUrl)
  const name = elsewhere.pathname.slice(1)
  elsewhere.pathname = "/postgres"
  await withClient(elsewhere.href, async (client) => {
    const { rows } = await client.query("SELECT format($1, $2::text) AS text", [statement, name])
    await client.query(rows[0].text)
  })
}
