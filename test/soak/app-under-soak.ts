import { randomBytes } from "node:crypto"
import { freePort } from "@/scripts/postgres/embedded-server"
import { buildIfStale } from "@/scripts/release/build"
import { startTestApp, type TestApp, type Watched } from "@/test/world/app"
import { createTestDatabase, type TestDatabase } from "@/test/world/database"
import { openWorld, type World } from "@/test/world/people"

/** Runs work against the production build of the app, on its own database. */
export function onRunningApp<Value>(
  work: (app: TestApp, world: World) => Promise<Value>,
): Promise<Value> {
  return onDatabase((database, world) => onAppOf(database, (app) => work(app, world)))
}

/** The same with two processes that keep answers. */
export function onTwoApps<Value>(
  work: (one: TestApp, other: TestApp, world: World) => Promise<Value>,
): Promise<Value> {
  const settings = { AUTH_SECRET: randomBytes(33).toString("base64"), SESSION_CACHE: "on" }
  return onDatabase((database, world) => {
    const onApp = (then: (app: TestApp) => Promise<Value>) =>
      onAppOf(database, then, settings, "nothing")
    return onApp((one) => onApp((other) => work(one, other, world)))
  })
}

async function onDatabase<Value>(
  work: (database: TestDatabase, world: World) => Promise<Value>,
): Promise<Value> {
  const database = await createTestDatabase()
  const world = openWorld(database)
  try {
    return await work(database, world)
  } finally {
    await world.close()
    await database.drop()
  }
}

/** The same on a database that is there. */
export async function onAppOf<Value>(
  urls: World["urls"],
  work: (app: TestApp) => Promise<Value>,
  settings: Readonly<Record<string, string>> = {},
  watched: Watched = "cost",
): Promise<Value> {
  await buildIfStale()
  // Thousands of requests: neither their lines nor their bodies are of use to anybody.
  const quiet = { LOG_LEVEL: "warn", ...settings }
  const running = await startTestApp(await freePort(), urls, quiet, watched)
  try {
    return await work(running.app)
  } finally {
    await running.stop()
  }
}
