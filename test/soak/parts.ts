import { soakUpgrade } from "@/test/soak/upgrade/rolling"
import { createWorld, type World } from "@/test/world/people"
import { startTestServer } from "@/test/world/server"
import { soakCrashes } from "./crashes"
import { soakDesk } from "./desk"
import { soakEveryone } from "./everyone"
import type { Outcome } from "./figures"
import { soakFuzz } from "./fuzz"
import { soakLists } from "./lists"
import { soakModels } from "./model"
import type { SoakOptions, soakParts } from "./options"
import { soakOverload } from "./overload"
import { soakProcesses } from "./processes"
import { soakRaces } from "./races"
import { soakTiming } from "./timing"
import { soakTold } from "./told"

type Parts = Readonly<Record<(typeof soakParts)[number], () => Promise<Outcome>>>

/** What each part does with these options. */
export function partsWith(options: SoakOptions): Parts {
  const { races, kills, inputs, tries, raises, looks, acts, stories, ends, sessions } = options
  const { seed, from, withoutGuards = false } = options
  const isGuarded = !withoutGuards
  return {
    races: () => onTestServer(() => inWorld((world) => soakRaces(world, { races, isGuarded }))),
    crashes: () => soakCrashes({ kills, seed }),
    fuzz: () => onTestServer(() => soakFuzz({ inputs, seed })),
    timing: () => onTestServer(() => soakTiming({ tries })),
    everyone: () =>
      onTestServer(() => inWorld((world) => soakEveryone(world, { raises, isGuarded }))),
    lists: () => onTestServer(() => soakLists({ looks })),
    overload: () => onTestServer(() => soakOverload({ acts })),
    model: async () => soakModels(),
    processes: () => onTestServer(() => soakProcesses({ stories, seed, isGuarded })),
    told: () => onTestServer(() => soakTold({ ends, isGuarded })),
    upgrade: () => onTestServer(() => soakUpgrade({ from })),
    desk: () => soakDesk({ sessions, seed }),
  }
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
