/** `npm run dev`: the demo's database and people, with the app rebuilt as its files change. */
import { onEnd, runLauncher } from "@/scripts/launch/launcher"
import { demandFreePort, ownPlace } from "@/scripts/launch/port"
import { enterSamples, openSampleDatabase } from "@/scripts/launch/sample-database"

await runLauncher(async (stopped) => {
  const place = ownPlace()
  await demandFreePort(place, "npm run dev")
  const database = await openSampleDatabase(false)
  const address = enterSamples(database, place, "development")
  const { serve } = await import("@/server")
  const server = await serve()
  onEnd(server.stop)
  console.log(`\nOpen ${address}. Ctrl-C stops it.`)
  await stopped
})
