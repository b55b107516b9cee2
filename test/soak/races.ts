/** Random races of a log-in against an act, a few at a time, on real connections. */
import { setTimeout as sleep } from "node:timers/promises"
import { type Connection, disconnect } from "@/lib/db/client"
import type { Actor } from "@/lib/users/ports/user"
import { acts, attempt, commits, inserts, logIns } from "@/test/races/race-parts"
import { withoutGuards } from "@/test/races/weakened-store"
import {
  addPerson,
  anAdministrator,
  issueTo,
  partsOn,
  statusOf,
  type World,
} from "@/test/world/people"
import { watchedConnection } from "@/test/world/watched-connection"
import type { Outcome } from "./figures"

export interface RaceOptions {
  readonly races: number
  readonly isGuarded: boolean
}

type Way = keyof typeof logIns
type Kind = keyof typeof acts

interface Tally {
  races: number
  /** Verified before the commit, and tried to insert after it: both seen from the client's side. */
  late: number
  refused: number
  /** Logged in, and dead after the act. */
  ended: number
  /** Logged in with what holds after the act. */
  "live, of the new state": number
  survivors: number
}

const lanes = 8

export async function soakRaces(world: World, { races, isGuarded }: RaceOptions): Promise<Outcome> {
  const pairs = (Object.keys(logIns) as Way[]).flatMap((way) =>
    (Object.keys(acts) as Kind[]).map((kind) => ({ way, kind, name: `${way} × ${kind}` })),
  )
  const tallies = Object.fromEntries(pairs.map(({ name }) => [name, emptyTally()]))
  const administrator = await anAdministrator(world)
  const patience = patienceOf()
  let begun = 0

  await Promise.all(
    Array.from({ length: lanes }, async () => {
      const lane = openRaceLane(world, administrator, patience, isGuarded)
      for (let race = begun++; race < races; race = begun++) {
        const pair = pairs[race % pairs.length]
        const tally = pair && tallies[pair.name]
        if (pair && tally) await lane.run(pair.way, pair.kind, tally)
      }
      await lane.close()
    }),
  )

  const total = emptyTally()
  for (const tally of Object.values(tallies)) add(total, tally)
  return {
    figures: { ...tallies, total } as unknown as Outcome["figures"],
    broken: broken(total, races, isGuarded),
  }
}

function broken({ late, survivors }: Tally, races: number, isGuarded: boolean): string[] {
  const problems = []
  if (isGuarded && survivors > 0) problems.push(`${survivors} sessions of the old state survived.`)
  if (!isGuarded && survivors === 0)
    problems.push("Without the guards no session survived, so the races prove nothing.")
  if (late < races / 10)
    problems.push(`Only ${late} log-ins came late; a tenth of the races is asked for.`)
  return problems
}

function openRaceLane(
  world: World,
  administrator: Actor,
  patience: ReturnType<typeof patienceOf>,
  isGuarded: boolean,
) {
  const rewrite = isGuarded
    ? undefined
    : withoutGuards(["the lock at issue", "the comparison at issue", "the comparison at the check"])
  let seen: Seen = {}
  let delayMs = 0
  const logInSide = watchedConnection(world.urls.url, {
    before(sql) {
      if (!inserts.test(sql)) return undefined
      return sleep(delayMs).then(() => {
        seen.inserts = performance.now()
      })
    },
    after(sql) {
      if (seen.reads?.test(sql)) seen.proved ??= performance.now()
    },
    ...(rewrite && { rewrite }),
  })
  const actSide = watchedConnection(world.urls.url, {
    before(sql) {
      if (commits.test(sql)) seen.commits = performance.now()
      return undefined
    },
    after(sql) {
      if (commits.test(sql)) seen.committed = performance.now()
    },
  })

  return {
    async run(way: Way, kind: Kind, tally: Tally) {
      const person = await addPerson(world)
      const earlier = await issueTo(world, person)
      const brought = await logIns[way].prepare(world.connection, person)
      seen = { reads: logIns[way].reads }
      delayMs = Math.random() * patience.for(kind)

      const [logIn, act] = await Promise.all([
        soon(() => attempt(way, logInSide, person, brought)),
        soon<{ ok: boolean }>(() => acts[kind].run(actSide, person, earlier, administrator)),
      ])
      if (!act.ok) throw new Error(`The ${kind} itself failed.`)

      const isLate = hasComeLate(seen)
      patience.learn(kind, isLate)
      tally.races++
      if (isLate) tally.late++
      await judge(logInSide, person.id, logIn, tally)
    },
    close: () => Promise.all([disconnect(logInSide), disconnect(actSide)]),
  }

  async function judge(
    connection: Connection,
    userId: string,
    { issued, stood }: Awaited<ReturnType<typeof attempt>>,
    tally: Tally,
  ) {
    if (!issued) {
      tally.refused++
      return
    }
    const isLive = (await statusOf(partsOn(connection), issued.secret)) === "active"
    const epoch = (await world.stores.users.findCredential({ userId }))?.epoch
    const isOfOldState = stood?.epoch !== epoch
    if (!isLive) tally.ended++
    else if (isOfOldState) tally.survivors++
    else tally["live, of the new state"]++
  }
}

interface Seen {
  reads?: RegExp
  proved?: number
  inserts?: number
  commits?: number
  committed?: number
}

/** The proof was there before the commit was sent, and the insert was sent after the commit was acknowledged. */
function hasComeLate({ proved, inserts, commits, committed }: Seen): boolean {
  return Number(proved) < Number(commits) && Number(inserts) > Number(committed)
}

const soon = <Value>(work: () => Promise<Value>) => sleep(Math.random() * 3).then(work)

/** Steers how long a log-in dawdles before its insert, so that about a third come late on any machine. */
function patienceOf() {
  const ms: Record<Kind, number> = {
    "password change": 60,
    "log out everywhere": 25,
    disabling: 40,
  }
  return {
    for: (kind: Kind) => ms[kind],
    learn(kind: Kind, isLate: boolean) {
      ms[kind] = Math.max(1, Math.min(2_000, ms[kind] * (isLate ? 0.9 : 1.055)))
    },
  }
}

const emptyTally = (): Tally => ({
  races: 0,
  late: 0,
  refused: 0,
  ended: 0,
  "live, of the new state": 0,
  survivors: 0,
})

function add(total: Tally, tally: Tally): void {
  for (const key of Object.keys(tally) as (keyof Tally)[]) total[key] += tally[key]
}
