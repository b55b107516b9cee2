/** Serves in production. Refuses, in one sentence for each reason, where it would be unsafe. */
import { readFileSync } from "node:fs"
import { settings } from "@/lib/settings"
import { demand, onEnd, runLauncher } from "@/scripts/launch/launcher"
import { demandFreePort } from "@/scripts/launch/port"
import { startProblems } from "@/scripts/launch/start-problems"
import { databaseWarnings } from "@/scripts/postgres/database-problems"

await runLauncher(async (stopped) => {
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" })
  demand([...ownersPassword(), ...(await startProblems(false))])
  for (const warning of await databaseWarnings(settings().databaseUrl)) console.warn(warning)
  await demandFreePort(settings(), "npm start")

  takeConfigOfBuild()
  const { serve } = await import("@/server")
  const server = await serve()
  onEnd(server.stop)
  const { host, port, authUrl } = settings()
  console.log(`Serving ${authUrl.origin} on port ${port} of ${host ?? "every address"}.`)
  await stopped
})

/** Deleting the variable would not help: /proc shows what a process was started with. */
function ownersPassword(): string[] {
  if (!process.env.MIGRATION_DATABASE_URL) return []
  return [
    "Whoever serves must not know MIGRATION_DATABASE_URL: start with bin/start, or without it.",
  ]
}

/** A release has no next.config.js: the build has written down what it said. Next's own server does the same. */
function takeConfigOfBuild() {
  const { config } = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"))
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
}
