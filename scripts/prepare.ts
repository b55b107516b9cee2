/** What bin/start does first where it is given the owner's address: checks everything, then migrates. */
import { settings } from "@/lib/settings"
import { demand, runLauncher } from "@/scripts/launch/launcher"
import { demandFreePort } from "@/scripts/launch/port"
import { startProblems } from "@/scripts/launch/start-problems"
import { prepareDatabase } from "@/scripts/postgres/prepare-database"

await runLauncher(async () => {
  Object.assign(process.env, { NODE_ENV: "production" })
  const { DATABASE_URL = "", MIGRATION_DATABASE_URL = "" } = process.env
  demand(await startProblems(true))
  await demandFreePort(settings(), "npm start")
  for (const name of await prepareDatabase(MIGRATION_DATABASE_URL, DATABASE_URL)) {
    console.log(`Applied the migration ${name}.`)
  }
})
