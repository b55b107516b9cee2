/** `npm run sessions`: what an operator does with everyone's sessions at the machine itself. It needs no running app. */
import { Command } from "commander"
import { partsOn } from "@/lib/db/parts"
import { whatEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { endAfterRestore } from "@/lib/users/admin/end-after-restore"
import { demandYes, onDatabase, runCommand } from "@/scripts/launch/operator"

const sessions = new Command("npm run sessions --").description(
  "Ends sessions, and whatever else lets someone in, from this machine.",
)

sessions
  .command("after-restore")
  .alias("after-failover")
  .description(
    "ends every session, API token and emailed link: a restored backup, or a replica that was behind when it was promoted, brings back those that had ended since",
  )
  .option("--yes", "don't ask")
  .action(async ({ yes = false }: { yes?: boolean }) => {
    await demandYes(
      "This logs everyone out, ends every API token and every emailed link, and can't be undone. Go ahead?",
      yes,
    )
    const done = await onDatabase((connection) => endAfterRestore(partsOn(connection)))
    console.log(summaryOf(done))
  })

await runCommand(sessions)

function summaryOf({ ended, signUpLinks }: Awaited<ReturnType<typeof endAfterRestore>>): string {
  const links = words("counts")("signUpLinks", { count: signUpLinks })
  const outcome = ended ? whatEnded(ended) : "They couldn't be counted."
  return `Everything has ended. ${outcome}${signUpLinks > 0 ? ` Deleted: ${links}.` : ""}`
}
