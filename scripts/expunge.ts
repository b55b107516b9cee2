/** `npm run expunge`: deletes what ended longer ago than it is kept. For cron. */
import { authentication } from "@/authentication"
import { connection, disconnect } from "@/lib/db/client"
import { expunge } from "@/lib/db/expunger"

const expunged = await expunge(connection(), authentication.retention)
if (!expunged) console.log("Another process is expunging just now.")
else for (const [what, count] of Object.entries(expunged)) console.log(`${what}: ${count}`)
await disconnect(connection())
