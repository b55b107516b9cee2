import { freePort } from "@/scripts/postgres/embedded-server"
import { buildIfStale } from "@/scripts/release/build"
import { startTestApp, type TestApp } from "@/test/world/app"
import { createTestDatabase } from "@/test/world/database"
import { openWorld, type World } from "@/test/world/people"

/** Runs work against the production build of the app, on its own database. */
export async function onRunningApp<Value>(
  work: (app: TestApp, world: World) => Promise<Value>,
): Promise<Value> {
  const database = await createTestDatabase()
  const world = openWorld(database)
  try {
    return await onAppOf(database, (app) => work(app, world))
  } finally {
    await world.close()
    await database.drop()
  }
}

/** The same on a database that is there. */
export async function onAppOf<Value>(
  urls: World["urls"],
  work: (app: TestApp) => Promise<Value>,
): Promise<Value> {
  await buildIfStale()
  // Thousands of requests: neither their lines nor their bodies are of use to anybody.
  const running = await startTestApp(await freePort(), urls, { LOG_LEVEL: "warn" }, "cost")
  try {
    return await work(running.app)
  } finally {
    await running.stop()
  }
}
