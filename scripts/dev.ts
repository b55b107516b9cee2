/** `npm run dev`: the demo's database and people, with the app rebuilt as its files change. */
import { onEnd, runLauncher } from "@/scripts/launch/launcher"
import { demandFreePort, ownPlace } from "@/scripts/launch/port"
import { openSampleDatabase } from "@/scripts/launch/sample-database"
import { placeSettings } from "@/scripts/launch/sample-places"

await runLauncher(async (stopped) => {
  const place = ownPlace()
  await demandFreePort(place, "npm run dev")
  const database = await openSampleDatabase(false)
  const address = `http://localhost:${place.port}`
  Object.assign(process.env, {
    NODE_ENV: "development",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: place.host,
    PORT: String(place.port),
    AUTH_URL: address,
    AUTH_SECRET: database.authSecret,
    DATABASE_URL: database.url,
    ...placeSettings(database.folder),
  })
  const { serve } = await import("@/server")
  const server = await serve()
  onEnd(server.stop)
  console.log(`\nOpen ${address}. Ctrl-C stops it.`)
  await stopped
})
