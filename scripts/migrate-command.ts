/** `npm run migrate`: applies the pending migrations as the owner, and opens them to the app's role. */
import { runLauncher } from "@/scripts/launch/launcher"
import { prepareDatabase } from "@/scripts/postgres/prepare-database"

await runLauncher(async () => {
  const { DATABASE_URL, MIGRATION_DATABASE_URL } = process.env
  if (!DATABASE_URL || !MIGRATION_DATABASE_URL) {
    const roles = "MIGRATION_DATABASE_URL (the owner's) and DATABASE_URL (the app's)"
    throw new Error(`Set ${roles} to the addresses of the same database.`)
  }
  const applied = await prepareDatabase(MIGRATION_DATABASE_URL, DATABASE_URL)
  for (const name of applied) console.log(`Applied the migration ${name}.`)
  console.log("The database is up to date.")
})
