/** `npm run demo`: everything that a person needs to look at the project. `-- --reset` starts over. */
import { Command } from "commander"
import { runAsDemo } from "@/lib/demo"
import { settingsProblems } from "@/lib/settings"
import { shownPeople } from "@/prisma/seed-people"
import { demand, onEnd, runLauncher } from "@/scripts/launch/launcher"
import { wholeFrom } from "@/scripts/launch/options"
import { policyProblems } from "@/scripts/launch/policy-problems"
import { demandFreePort, ownPlace } from "@/scripts/launch/port"
import { enterSamples, openSampleDatabase, samplePassword } from "@/scripts/launch/sample-database"
import { buildPagesIfStale } from "@/scripts/release/build"

const command = new Command("npm run demo --")
  .option("--reset", "start over")
  .option("--people <number>", "how many more people to add", wholeFrom(1), 100_000)
  .option("--sessions <number>", "how many live sessions and tokens they have", wholeFrom(1))
  .option("--fill-only", "stop once they are there")
  .parse()
const { reset = false, people, sessions, fillOnly = false } = command.opts<Flags>()

interface Flags {
  readonly reset?: boolean
  readonly people: number
  readonly sessions?: number
  readonly fillOnly?: boolean
}

await runLauncher(async (stopped) => {
  demand(await policyProblems())
  const place = ownPlace()
  if (!fillOnly) await demandFreePort(place, "npm run demo")
  const crowd = sessions === undefined ? undefined : { people, sessions }
  const database = await openSampleDatabase(reset, crowd)
  if (fillOnly) return

  const address = enterSamples(database, place, "production")
  demand(settingsProblems(process.env))
  await buildPagesIfStale()
  runAsDemo({ people: shownPeople, password: samplePassword })

  const { serve } = await import("@/server")
  const server = await serve()
  onEnd(server.stop)

  const shown = Object.values(shownPeople).map(({ name, email }) => `  ${email.padEnd(19)} ${name}`)
  console.log(`
Open ${address}: its log-in page has the sample people to click. By hand, log in as

${shown.join("\n")}

with the password: ${samplePassword}

Ctrl-C stops it.`)
  await stopped
})
