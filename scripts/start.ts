/** `npm start`: production. Refuses, in one sentence for each reason, where it would be unsafe. */
import { existsSync } from "node:fs"
import { settingsProblems } from "@/lib/settings"
import { databaseProblems } from "./database-problems"
import { demand, onEnd, runLauncher } from "./launcher"
import { policyProblems } from "./policy-problems"
import { demandFreePort } from "./port"
import { prepareDatabase } from "./prepare-database"

await runLauncher(async (stopped) => {
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" })
  const { PORT = "3000", DATABASE_URL = "", MIGRATION_DATABASE_URL } = process.env
  const wrong = settingsProblems(process.env)
  demand([
    ...(await policyProblems()),
    ...wrong,
    ...missingBuild(),
    ...(wrong.some((problem) => problem.includes("DATABASE_URL"))
      ? []
      : await databaseProblems(DATABASE_URL, Boolean(MIGRATION_DATABASE_URL))),
  ])
  if (MIGRATION_DATABASE_URL) {
    for (const name of await prepareDatabase(MIGRATION_DATABASE_URL, DATABASE_URL)) {
      console.log(`Applied the migration ${name}.`)
    }
    // The app that runs from here on has no business with the owner's password.
    delete process.env.MIGRATION_DATABASE_URL
    demand(await databaseProblems(DATABASE_URL, false))
  }
  await demandFreePort(PORT, "npm start")

  const { serve } = await import("@/server")
  const server = await serve()
  onEnd(server.stop)
  console.log(`Serving ${process.env.AUTH_URL} on port ${PORT}.`)
  await stopped
})

function missingBuild(): string[] {
  return existsSync(".next/BUILD_ID") ? [] : ["There is no build: run `npm run build` first."]
}
