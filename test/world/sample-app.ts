/** The app with the demo's people, whose data are the same at each run. */
import type pg from "pg"
import { hashPassword } from "@/lib/users/log-in/password"
import { seed } from "@/prisma/seed"
import { samplePassword } from "@/scripts/launch/sample-database"
import { freePort } from "@/scripts/postgres/embedded-server"
import { withClient } from "@/scripts/postgres/prepare-database"
import { buildIfStale } from "@/scripts/release/build"
import { startTestApp } from "./app"
import { createTestDatabase, type TestDatabase } from "./database"
import { startTestServer } from "./server"

/** Builds it if its sources have changed, and starts it on a server and a database for it alone. */
export async function startSampleApp() {
  await buildIfStale()
  const { server, stop: stopServer } = await startTestServer()
  process.env.LOE_TEST_SERVER = JSON.stringify(server)
  try {
    const database = await createTestDatabase()
    await fillSample(database)
    const settings = { OIDC_NAME: "Example SSO" }
    const { app, stop: stopApp } = await startTestApp(await freePort(), database, settings)
    return {
      app,
      database,
      async stop() {
        await stopApp()
        await stopServer()
      },
    }
  } catch (error) {
    await stopServer()
    throw error
  }
}

export async function fillSample({ ownerUrl }: Pick<TestDatabase, "ownerUrl">): Promise<void> {
  const passwordHash = await hashPassword(samplePassword)
  await withClient(ownerUrl, (owner: pg.Client) => seed(owner, passwordHash, new Date()))
}
