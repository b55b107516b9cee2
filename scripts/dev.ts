/** `npm run dev`: the demo's database and people, with the app rebuilt as its files change. */
import { onEnd, runLauncher } from "./launcher"
import { demandFreePort } from "./port"
import { openSampleDatabase } from "./sample-database"

await runLauncher(async (stopped) => {
  const { PORT = "3000" } = process.env
  await demandFreePort(PORT, "npm run dev")
  const database = await openSampleDatabase(false)
  const address = `http://localhost:${PORT}`
  Object.assign(process.env, {
    NODE_ENV: "development",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT,
    AUTH_URL: address,
    AUTH_SECRET: database.authSecret,
    DATABASE_URL: database.url,
  })
  const { serve } = await import("@/server")
  const server = await serve()
  onEnd(server.stop)
  console.log(`\nOpen ${address}. Ctrl-C stops it.`)
  await stopped
})
