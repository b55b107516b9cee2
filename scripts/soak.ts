/** `npm run soak`: what takes too long for every run of the tests. Prints its figures. */
import { Command } from "commander"
import { soakCrashes } from "@/scripts/soak/crashes"
import { type Outcome, report } from "@/scripts/soak/figures"
import { soakFuzz } from "@/scripts/soak/fuzz"
import { soakRaces } from "@/scripts/soak/races"
import { soakTiming } from "@/scripts/soak/timing"
import { runLauncher } from "./launcher"
import { createWorld } from "./test-people"
import { startTestServer } from "./test-server"

const parts: Readonly<Record<string, () => Promise<Outcome>>> = {
  races: () => onTestServer(race),
  crashes: () => soakCrashes({ kills, seed }),
  fuzz: () => onTestServer(() => soakFuzz({ inputs, seed })),
  timing: () => onTestServer(() => soakTiming({ tries })),
}

const names = Object.keys(parts)
const command = new Command("npm run soak --")
  .argument("[part...]", `which parts: ${names.join(", ")}; all of them if none is named`)
  .option("--races <number>", "how many races", Number, 10_000)
  .option("--kills <number>", "how often to kill each of the app and the database", Number, 20)
  .option("--inputs <number>", "how many hostile inputs", Number, 1_000_000)
  .option("--tries <number>", "how many times to ask at each door", Number, 500)
  .option(
    "--seed <number>",
    "of the moments of the kills, and of the hostile inputs",
    Number,
    Date.now(),
  )
  .option("--without-guards", "take out what keeps old log-ins away: now some must survive")
  .parse()

const { races, kills, inputs, tries, seed, withoutGuards = false } = command.opts()
const named = command.args.length > 0 ? command.args : names

await runLauncher(async () => {
  const unknown = named.filter((name) => !(name in parts))
  if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(", ")}.`)
  const broken: string[] = []
  for (const name of named) {
    const outcome = await parts[name]?.()
    if (!outcome) continue
    report(name, outcome)
    broken.push(...outcome.broken)
  }
  if (broken.length > 0) throw new Error(`${broken.length} promises do not hold.`)
})

async function race(): Promise<Outcome> {
  const world = await createWorld()
  const outcome = await soakRaces(world, { races, isGuarded: !withoutGuards })
  await world.close()
  return outcome
}

async function onTestServer(work: () => Promise<Outcome>): Promise<Outcome> {
  const { server, stop } = await startTestServer()
  process.env.LOE_TEST_SERVER = JSON.stringify(server)
  const outcome = await work()
  await stop()
  return outcome
}
