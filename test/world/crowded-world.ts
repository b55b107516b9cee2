import { addCrowd } from "@/scripts/launch/crowd"
import type { startEphemeralDatabase } from "@/scripts/postgres/embedded-database"
import { prepareDatabase, withClient } from "@/scripts/postgres/prepare-database"
import { openWorld, type World } from "./people"

type Server = Pick<Awaited<ReturnType<typeof startEphemeralDatabase>>, "ownerUrl" | "appUrl">

/** A world with so many live sessions, of a tenth as many people, on a server that nobody else uses. */
export async function crowdedWorld(server: Server, sessions: number): Promise<World> {
  await withClient(server.ownerUrl("postgres"), (owner) => owner.query("CREATE DATABASE crowd"))
  const urls = { ownerUrl: server.ownerUrl("crowd"), url: server.appUrl("crowd") }
  await prepareDatabase(urls.ownerUrl, urls.url)
  const crowd = { people: Math.ceil(sessions / 10), sessions }
  await withClient(urls.ownerUrl, (owner) => addCrowd(owner, crowd, console.log))
  return openWorld(urls)
}
