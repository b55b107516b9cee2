/** `npm run sessions`: what an operator does with everyone's sessions at the machine itself. It needs no running app. */
import { createInterface } from "node:readline/promises"
import { Command } from "commander"
import { connect, disconnect } from "@/lib/db/client"
import { partsOn } from "@/lib/db/parts"
import { texts } from "@/lib/texts"
import { counted } from "@/lib/texts/format"
import { endAfterRestore } from "@/lib/users/admin/end-after-restore"

const sessions = new Command("npm run sessions --").description(
  "Ends sessions, and whatever else lets someone in, from this machine.",
)

sessions
  .command("after-restore")
  .description(
    "ends every session, API token and emailed link: a restored backup brings back those that had ended since",
  )
  .option("--yes", "don't ask")
  .action(async ({ yes = false }: { yes?: boolean }) => {
    const { DATABASE_URL } = process.env
    if (!DATABASE_URL) throw new Error("Set DATABASE_URL to the address of the app's database.")
    if (!yes && !(await isWanted())) {
      console.log("Nothing was ended.")
      return
    }
    const connection = connect(DATABASE_URL)
    try {
      const done = endAfterRestore(partsOn(connection))
      console.log(summaryOf(await done.catch(failUnusable)))
    } finally {
      await disconnect(connection)
    }
  })

try {
  await sessions.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function isWanted(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error("No one can be asked here: add --yes to go ahead.")
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(
    "This logs everyone out, ends every API token and every emailed link, and can't be undone. Go ahead? (yes/no) ",
  )
  terminal.close()
  return answer.trim().toLowerCase() === "yes"
}

/** Of what Prisma says only the last line is not about its own source. */
function failUnusable({ message }: Error): never {
  const reason = message.trim().split("\n").at(-1)?.replace(/\.$/, "")
  throw new Error(`The database of DATABASE_URL can't be used: ${reason}.`)
}

function summaryOf({ ended, signUpLinks }: Awaited<ReturnType<typeof endAfterRestore>>): string {
  const links = counted(signUpLinks, { one: "# sign-up link", other: "# sign-up links" })
  const outcome = ended ? texts.session.whatEnded(ended) : "They couldn't be counted."
  return `Everything has ended. ${outcome}${signUpLinks > 0 ? ` Deleted: ${links}.` : ""}`
}
