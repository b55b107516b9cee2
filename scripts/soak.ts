/** `npm run soak`: what takes too long for every run of the tests. Prints its figures. */
import { soakCrashes } from "@/scripts/soak/crashes"
import { soakEveryone } from "@/scripts/soak/everyone"
import { type Outcome, report } from "@/scripts/soak/figures"
import { soakFuzz } from "@/scripts/soak/fuzz"
import { soakLists } from "@/scripts/soak/lists"
import { soakCommand, soakParts } from "@/scripts/soak/options"
import { soakOverload } from "@/scripts/soak/overload"
import { soakRaces } from "@/scripts/soak/races"
import { soakTiming } from "@/scripts/soak/timing"
import { runLauncher } from "./launcher"
import { createWorld, type World } from "./test-people"
import { startTestServer } from "./test-server"

const parts: Readonly<Record<(typeof soakParts)[number], () => Promise<Outcome>>> = {
  races: () => onTestServer(() => inWorld(race)),
  crashes: () => soakCrashes({ kills, seed }),
  fuzz: () => onTestServer(() => soakFuzz({ inputs, seed })),
  timing: () => onTestServer(() => soakTiming({ tries })),
  everyone: () => onTestServer(() => inWorld(everyone)),
  lists: () => onTestServer(() => soakLists({ looks })),
  overload: () => onTestServer(() => soakOverload({ acts })),
}

const command = soakCommand().parse()
const {
  races,
  kills,
  inputs,
  tries,
  raises,
  looks,
  acts,
  seed,
  withoutGuards = false,
} = command.opts()
const wanted = soakParts.filter((name) => command.args.length === 0 || command.args.includes(name))

await runLauncher(async () => {
  const broken: string[] = []
  for (const name of wanted) {
    const outcome = await parts[name]()
    report(name, outcome)
    broken.push(...outcome.broken)
  }
  if (broken.length > 0) throw new Error(`${broken.length} promises do not hold.`)
})

function race(world: World): Promise<Outcome> {
  return soakRaces(world, { races, isGuarded: !withoutGuards })
}

function everyone(world: World): Promise<Outcome> {
  return soakEveryone(world, { raises, isGuarded: !withoutGuards })
}

async function inWorld(work: (world: World) => Promise<Outcome>): Promise<Outcome> {
  const world = await createWorld()
  const outcome = await work(world)
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
