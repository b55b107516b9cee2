import { connect, disconnect } from "@/lib/db/client"
import { addCrowd } from "@/scripts/launch/crowd"
import { startEphemeralDatabase } from "@/scripts/postgres/embedded-database"
import { prepareDatabase, withClient } from "@/scripts/postgres/prepare-database"
import { openWorld, anAdministrator } from "@/test/world/people"
import { preview } from "@/test/races/sweeps"
import { confirmSweep } from "@/lib/users/admin/sweep/steer-sweep"
import { workOn } from "@/lib/db/sweep-worker"
const sessions = Number(process.argv[2] ?? 300_000)
const server = await startEphemeralDatabase(true)
await withClient(server.ownerUrl("postgres"), (owner) => owner.query("CREATE DATABASE desk"))
const urls = { ownerUrl: server.ownerUrl("desk"), url: server.appUrl("desk") }
await prepareDatabase(urls.ownerUrl, urls.url)
await withClient(urls.ownerUrl, (owner) => addCrowd(owner, { people: sessions / 10, sessions }, console.log))
console.log(urls.ownerUrl)
const world = openWorld(urls)
const by = await anAdministrator(world)
if (process.argv[3] === "sweep") {
  for (let round = 0; round < 1; round++) {
    const id = await preview(world, by, { address: "10.77.0.0/16" })
    await confirmSweep(world, by, { id, reason: "probe", isMailed: false })
    const t0 = performance.now()
    await workOn(world.connection, world, id)
    const s = await world.stores.sweeps.find(id)
    console.log(s?.found, s?.ended, Math.round(performance.now() - t0), "ms")
  }
}
setTimeout(() => process.exit(), 3_600_000)
