/** Kills the app and the database in the middle of a burst of acts, and looks at what is left. */
import { createHash } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { addPerson, type Person, type World } from "@/test/world/people"
import { brokenAtApp } from "./after-crash"
import { actWithoutPause } from "./burst"
import { type CrashScene, openCrashScene, type Victim } from "./crash-scene"
import type { Outcome } from "./figures"
import { type Acknowledgement, checkPromises, passwordAfter } from "./promises"

export interface CrashOptions {
  /** How often each of the two is killed. */
  readonly kills: number
  /** Of the moments at which they are. */
  readonly seed: number
}

/** Kept by this process, which nobody kills. */
interface Burst {
  readonly person: Person
  readonly told: readonly Acknowledgement[]
}

const peopleInBurst = 12
const maxBurstMs = 4_000

export async function soakCrashes({ kills, seed }: CrashOptions): Promise<Outcome> {
  const scene = await openCrashScene()
  try {
    const figures: Record<string, Record<string, number>> = {}
    const broken: string[] = []
    for (const victim of ["app", "database"] as const) {
      const { figure, broken: found } = await crashRepeatedly(scene, victim, { kills, seed })
      figures[`kill -9 of the ${victim}`] = figure
      broken.push(...found)
      if (figure.acknowledged === 0)
        broken.push(`The ${victim} was killed before anything was done.`)
    }
    return { figures, broken }
  } finally {
    await scene.close()
  }
}

async function crashRepeatedly(scene: CrashScene, victim: Victim, { kills, seed }: CrashOptions) {
  const { world, url } = scene
  const everyBurst: Burst[] = []
  const broken = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    const bursts = await burstUntilKilled(scene, victim, momentOf(`${seed} ${victim} ${kill}`))
    everyBurst.push(...bursts)
    await scene.recover(victim)
    for (const promise of (await checkAll(world, bursts)).broken) broken.add(promise)
    // One after another: an app that has just come back is slow, which is not what is asked here.
    for (const { person, told } of bursts)
      for (const promise of await brokenAtApp(world, url, person, told)) broken.add(promise)
  }

  // Once more when all is over: what one crash spared, a later one may not take.
  const last = await checkAll(world, everyBurst)
  for (const promise of last.broken) broken.add(promise)
  const { acknowledged, unacknowledged } = last
  const figure = {
    kills,
    acknowledged,
    "committed, not acknowledged": unacknowledged,
    broken: broken.size,
    seed,
  }
  return { figure, broken: [...broken] }
}

async function burstUntilKilled(
  { world, url, kill }: CrashScene,
  victim: Victim,
  moment: number,
): Promise<Burst[]> {
  const people = await Promise.all(
    Array.from({ length: peopleInBurst }, () => addPerson(world, { password: passwordAfter(0) })),
  )
  const bursts = people.map((person) => ({ person, told: [] as Acknowledgement[] }))
  let isKilled = false
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const ended = Promise.all(
    bursts.map(async ({ person, told }) => {
      const acknowledge = (done: Acknowledgement) => {
        told.push(done)
        begin()
      }
      await actWithoutPause(world, url, person, acknowledge).catch((error: Error) => {
        // What fails before the kill is no crash: the burst itself does not work.
        if (!isKilled) throw error
      })
    }),
  )

  await Promise.race([begun, ended])
  await Promise.race([sleep(moment * maxBurstMs), ended])
  isKilled = true
  await kill(victim)
  // The database stays away until then: a request that outlasted it would let its burst go on.
  await ended
  return bursts
}

async function checkAll(world: World, bursts: readonly Burst[]) {
  const checked = await Promise.all(
    bursts.map(({ person, told }) => checkPromises(world, person, told)),
  )
  return {
    acknowledged: checked.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    unacknowledged: checked.reduce((sum, { unacknowledged }) => sum + unacknowledged, 0),
    broken: checked.flatMap(({ broken }) => broken),
  }
}

/** From 0 up to 1, as if at random, and the same for the same seed. */
const momentOf = (seed: string) =>
  createHash("sha256").update(seed).digest().readUInt32BE() / 2 ** 32
