/** What bin/start does first where it is given the owner's address: checks everything, then migrates. */
import { settings } from "@/lib/settings"
import { demand, runLauncher } from "./launcher"
import { demandFreePort } from "./port"
import { prepareDatabase } from "./prepare-database"
import { startProblems } from "./start-problems"

await runLauncher(async () => {
  Object.assign(process.env, { NODE_ENV: "production" })
  const { DATABASE_URL = "", MIGRATION_DATABASE_URL = "" } = process.env
  demand(await startProblems(true))
  await demandFreePort(settings(), "npm start")
  for (const name of await prepareDatabase(MIGRATION_DATABASE_URL, DATABASE_URL)) {
    console.log(`Applied the migration ${name}.`)
  }
})
