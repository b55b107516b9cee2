/** `npm run soak`: what takes too long for every run of the tests. Prints its figures. */

import { runLauncher } from "@/scripts/launch/launcher"
import { soakUpgrade } from "@/test/soak/upgrade/rolling"
import { createWorld, type World } from "@/test/world/people"
import { startTestServer } from "@/test/world/server"
import { soakCrashes } from "./crashes"
import { soakDesk } from "./desk"
import { soakEveryone } from "./everyone"
import { type Outcome, report } from "./figures"
import { soakFuzz } from "./fuzz"
import { soakLists } from "./lists"
import { soakModels } from "./model"
import { soakCommand, soakParts } from "./options"
import { soakOverload } from "./overload"
import { soakProcesses } from "./processes"
import { soakRaces } from "./races"
import { soakTiming } from "./timing"
import { soakTold } from "./told"

const parts: Readonly<Record<(typeof soakParts)[number], () => Promise<Outcome>>> = {
  races: () => onTestServer(() => inWorld(race)),
  crashes: () => soakCrashes({ kills, seed }),
  fuzz: () => onTestServer(() => soakFuzz({ inputs, seed })),
  timing: () => onTestServer(() => soakTiming({ tries })),
  everyone: () => onTestServer(() => inWorld(everyone)),
  lists: () => onTestServer(() => soakLists({ looks })),
  overload: () => onTestServer(() => soakOverload({ acts })),
  model: async () => soakModels(),
  processes: () => onTestServer(() => soakProcesses({ stories, seed, isGuarded: !withoutGuards })),
  told: () => onTestServer(() => soakTold({ ends, isGuarded: !withoutGuards })),
  upgrade: () => onTestServer(() => soakUpgrade({ from })),
  desk: () => soakDesk({ sessions, seed }),
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
  stories,
  ends,
  sessions,
  seed,
  from,
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
