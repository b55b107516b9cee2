/** The app and its database, each of which is killed and comes back as it would on a real server. */
import { randomBytes } from "node:crypto"
import { startEphemeralDatabase } from "@/scripts/postgres/embedded-database"
import { freePort } from "@/scripts/postgres/embedded-server"
import { prepareDatabase } from "@/scripts/postgres/prepare-database"
import { buildIfStale } from "@/scripts/release/build"
import { startTestApp } from "@/test/world/app"
import { openWorld, type World } from "@/test/world/people"

export type Victim = "app" | "database"

export interface CrashScene {
  readonly url: string
  /** On separate connections, past the app. */
  readonly world: World
  readonly kill: (victim: Victim) => Promise<void>
  /** Starts again what was killed, and resolves once the app serves as before. */
  readonly recover: (victim: Victim) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openCrashScene(): Promise<CrashScene> {
  await buildIfStale()
  const database = await startEphemeralDatabase(true)
  const urls = { url: database.appUrl("postgres"), ownerUrl: database.ownerUrl("postgres") }
  await prepareDatabase(urls.ownerUrl, urls.url)
  const world = openWorld(urls)

  const port = await freePort()
  const settings = { LOG_LEVEL: "warn", AUTH_SECRET: randomBytes(33).toString("base64") }
  // Would anything of it outlive the kill, the port would be taken and the next start would fail.
  const start = () => startTestApp(port, urls, settings, "nothing")
  let running = await start()

  return {
    url: running.app.url,
    world,
    async kill(victim) {
      if (victim === "app") await running.kill()
      else database.crash()
    },
    async recover(victim) {
      if (victim === "app") running = await start()
      else await database.restart().then(running.answering)
    },
    async close() {
      await running.stop()
      await world.close()
      await database.stop()
    },
  }
}
