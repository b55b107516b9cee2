import { onEnd } from "@/scripts/launch/launcher"
import { freePort } from "@/scripts/postgres/embedded-server"
import { startTestApp } from "@/test/world/app"
import { createWorld, type World } from "@/test/world/people"
import { startTestServer } from "@/test/world/server"

/** A world on a server of the run; both go when the run ends. */
export async function openTestWorld(): Promise<World> {
  const { server, stop } = await startTestServer()
  process.env.LOE_TEST_SERVER = JSON.stringify(server)
  onEnd(stop)
  const world = await createWorld()
  onEnd(world.close)
  return world
}

/** The app on its database, until the run ends. */
export async function startBenchApp({ urls }: World, cache: "on" | "off") {
  const settings = { SESSION_CACHE: cache, LOG_LEVEL: "warn" }
  const { app, pid = 0, stop } = await startTestApp(await freePort(), urls, settings, "nothing")
  onEnd(stop)
  return { url: app.url, pid }
}
