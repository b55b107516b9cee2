import os from "node:os"
import { authJsActs } from "@/bench/acts/authjs"
import { betterAuthActs } from "@/bench/acts/better-auth"
import { measureActs } from "@/bench/acts/measure"
import { ourActs } from "@/bench/acts/ours"
import { actsTable, actTargets } from "@/bench/acts/report"
import { authJsPeople } from "@/bench/people/authjs"
import { betterAuthPeople } from "@/bench/people/better-auth"
import { benchPeople } from "@/bench/people/measure"
import { ourPeople } from "@/bench/people/ours"
import { authJsRace } from "@/bench/races/authjs"
import { betterAuthRaces } from "@/bench/races/better-auth"
import { measureRaces } from "@/bench/races/measure"
import { ourRaces } from "@/bench/races/ours"
import { racesTable, raceTargets } from "@/bench/races/report"
import { onEnd } from "@/scripts/launch/launcher"
import { authJs } from "./authjs"
import { betterAuthTeam } from "./better-auth"
import type { Contender } from "./contender"
import { type Databases, startDatabases } from "./databases"
import { benchDead } from "./dead"
import { floor } from "./floor"
import { keptTeam } from "./kept"
import { type Effort, inFlight, measure, verify } from "./measure"
import { ours } from "./ours"
import {
  type Figures,
  isMissed,
  keptTargets,
  latencyTable,
  type Target,
  targetLine,
  targetsOf,
  throughputTable,
} from "./report"
import { countStatements } from "./statements"

interface BenchOptions extends Effort {
  /** Of a log-in with the old password against a change of it, for each library. */
  readonly races: number
}

/** Measures every contender on one server in one process, prints what it found, and fails where a target is missed. */
export async function bench({ sessions, rounds, races }: BenchOptions): Promise<void> {
  warnIfBusy()
  console.log(`Filling the tables with ${sessions.toLocaleString("en")} people and sessions …`)
  const databases = await startDatabases(sessions)
  onEnd(databases.stop)
  const teams = [
    floor(databases.ours),
    ours(databases.ours),
    authJs(databases.authJs),
    await betterAuthTeam(databases.betterAuth),
    await keptTeam(databases.ours, sessions),
  ]
  for (const { close } of teams) onEnd(close)

  console.log(
    `PostgreSQL ${databases.version}, Node ${process.versions.node}, ${os.platform()} ${os.arch()}, ` +
      `${os.availableParallelism()} cores, ${rounds} interleaved rounds`,
  )
  const checks = teams.flatMap((team) => team.checks)
  const gates = teams.flatMap((team) => team.gates)
  const targets = [
    ...print("The check of one session", await figuresOf(checks, { sessions, rounds })),
    ...print("The whole gate of a request", await figuresOf(gates, { sessions, rounds })),
    ...(await benchActs(databases, Math.ceil(rounds / 40))),
    ...(await benchRaces(databases, races)),
    ...tell(await benchDead(databases, (text) => console.log(`\n${text}\n`))),
    // Last: nothing is alive after it.
    ...(await benchEverybody(databases, { sessions, rounds: Math.ceil(rounds / 3) })),
  ]
  const missed = targets.filter(isMissed).length
  if (missed > 0) throw new Error(`${missed} of ${targets.length} targets are missed.`)
  console.log(`\nAll ${targets.length} targets are met.`)
}

async function benchActs(databases: Databases, rounds: number): Promise<Target[]> {
  const teams = [
    ...ourActs(databases.ours),
    authJsActs(databases.authJs),
    await betterAuthActs(databases.betterAuth),
  ]
  for (const { close } of teams) onEnd(close)
  const measured = await measureActs(teams, rounds, databases.tidy)
  console.log(`\n${actsTable(measured)}\n`)
  return tell(actTargets(measured))
}

async function benchRaces(databases: Databases, races: number): Promise<Target[]> {
  const teams = [
    ...ourRaces(databases.ours),
    authJsRace(databases.authJs),
    ...(await betterAuthRaces(databases.betterAuth)),
  ]
  for (const { close } of teams) onEnd(close)
  const measured = await measureRaces(teams, races, 20)
  console.log(`\n${racesTable(measured)}\n`)
  return tell(raceTargets(measured))
}

async function benchEverybody(databases: Databases, effort: Effort): Promise<Target[]> {
  const teams = [
    ourPeople(databases.ours),
    authJsPeople(databases.authJs),
    await betterAuthPeople(databases.betterAuth),
  ]
  for (const { close } of teams) onEnd(close)
  const targets = await benchPeople(teams, effort, (text) => console.log(`\n${text}`))
  console.log()
  return tell(targets)
}

function tell(targets: Target[]): Target[] {
  for (const target of targets) console.log(targetLine(target))
  return targets
}

function warnIfBusy() {
  const [load = 0] = os.loadavg()
  const cores = os.availableParallelism()
  if (load <= cores / 2) return
  console.log(`This machine is busy (load ${load.toFixed(1)} on ${cores} cores): expect noise.`)
}

async function figuresOf(contenders: readonly Contender[], effort: Effort): Promise<Figures[]> {
  await verify(contenders, effort.sessions)
  const figures: Figures[] = []
  for (const measured of await measure(contenders, effort)) {
    figures.push({ ...measured, statements: await countStatements(measured.contender, 1) })
  }
  return figures
}

function print(title: string, layer: readonly Figures[]): Target[] {
  console.log(`\n${latencyTable(title, layer)}\n`)
  console.log(`${throughputTable(`${inFlight} at a time, 10 connections`, layer)}\n`)
  return tell([...targetsOf(layer), ...keptTargets(layer)])
}
