/** A process that works on one sweep, for tests that kill it: `tsx test/races/sweep-process.ts <database> <id>`. */
import { connect } from "@/lib/db/client"
import { workOn } from "@/lib/db/sweep-worker"
import { partsOn } from "@/test/world/people"

const [url = "", id = ""] = process.argv.slice(2)
const connection = connect(url)
await workOn(connection, partsOn(connection), id)
process.exit()
