/** `npm run soak`: what takes too long for every run of the tests. Prints its figures. */
import { Command } from "commander"
import { soakCrashes } from "@/scripts/soak/crashes"
import { report } from "@/scripts/soak/figures"
import { soakRaces } from "@/scripts/soak/races"
import { runLauncher } from "./launcher"
import { createWorld } from "./test-people"
import { startTestServer } from "./test-server"

const parts = ["races", "crashes"] as const

const command = new Command("npm run soak --")
  .argument("[part...]", `which parts: ${parts.join(", ")}; all of them if none is named`)
  .option("--races <number>", "how many races", Number, 10_000)
  .option("--kills <number>", "how often to kill each of the app and the database", Number, 20)
  .option("--without-guards", "take out what keeps old log-ins away: now some must survive")
  .parse()

const named = command.args.length > 0 ? command.args : parts
const { races, kills, withoutGuards = false } = command.opts()

await runLauncher(async () => {
  const broken: string[] = []
  for (const part of parts.filter((each) => named.includes(each))) {
    const outcome = part === "races" ? await raceOnOwnServer() : await soakCrashes({ kills })
    report(part, outcome)
    broken.push(...outcome.broken)
  }
  if (broken.length > 0) throw new Error(`${broken.length} promises do not hold.`)
})

async function raceOnOwnServer() {
  const { server, stop } = await startTestServer()
  process.env.LOE_TEST_SERVER = JSON.stringify(server)
  const world = await createWorld()
  const outcome = await soakRaces(world, { races, isGuarded: !withoutGuards })
  await world.close()
  await stop()
  return outcome
}
