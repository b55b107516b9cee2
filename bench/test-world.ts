import { onEnd } from "@/scripts/launch/launcher"
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
