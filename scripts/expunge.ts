/** `npm run expunge`: deletes what ended longer ago than it is kept, once its hours are counted. For cron. */
import { connect, disconnect } from "@/lib/db/client"
import { expunge } from "@/lib/db/expunger"
import { rollUp } from "@/lib/db/hourly/roll-up"
import { demand, onEnd, runLauncher } from "@/scripts/launch/launcher"
import { policyProblems } from "@/scripts/launch/policy-problems"

await runLauncher(async () => {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) throw new Error("Set DATABASE_URL to the address of the app's database.")
  demand(await policyProblems())
  const { authentication } = await import("@/authentication")

  const connection = connect(DATABASE_URL)
  onEnd(() => disconnect(connection))
  const expunged = await rollUp(connection, authentication.retention)
    .then(() => expunge(connection, authentication.retention))
    .catch((error: Error) => {
      throw new Error(`The database of DATABASE_URL cannot be used: ${error.message}.`)
    })
  if (!expunged) console.log("Another process is expunging just now.")
  else for (const [what, count] of Object.entries(expunged)) console.log(`${what}: ${count}`)
})
