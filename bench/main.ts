import os from "node:os"
import { authJsActs } from "@/bench/acts/authjs"
import { betterAuthActs } from "@/bench/acts/better-auth"
import { measureActs } from "@/bench/acts/measure"
import { ourActs } from "@/bench/acts/ours"
import { actPicture, actsTable, actTargets } from "@/bench/acts/report"
import { authJsPeople } from "@/bench/people/authjs"
import { betterAuthPeople } from "@/bench/people/better-auth"
import { benchPeople } from "@/bench/people/measure"
import { ourPeople } from "@/bench/people/ours"
import { storedPeople } from "@/bench/people/stored"
import { authJsRace } from "@/bench/races/authjs"
import { betterAuthRaces } from "@/bench/races/better-auth"
import { measureRaces } from "@/bench/races/measure"
import { ourRaces } from "@/bench/races/ours"
import { racesPicture, racesTable, raceTargets } from "@/bench/races/report"
import { type BenchRecord, openRecord } from "@/bench/record/record"
import { onEnd } from "@/scripts/launch/launcher"
import { authJs } from "./authjs"
import { betterAuthTeam } from "./better-auth"
import type { Contender } from "./contender"
import { type Databases, startDatabases } from "./databases"
import { benchDead } from "./dead"
import { keptTeam } from "./kept"
import { type Effort, inFlight, measure } from "./measure"
import { ours } from "./ours"
import {
  demandMet,
  type Figures,
  keptTargets,
  latencyPicture,
  latencyTable,
  type Target,
  targetLine,
  targetsOf,
  throughputTable,
} from "./report"
import { countStatements } from "./statements"
import { storedTeam } from "./stored"

interface BenchOptions extends Effort {
  /** Of a log-in with the old password against a change of it, for each library. */
  readonly races: number
  /** Where what it finds is kept. */
  readonly results: string
}

/** Measures every contender on one server in one process, keeps what it found, and fails where a target is missed. */
export async function bench({ sessions, rounds, races, results }: BenchOptions): Promise<void> {
  warnIfBusy()
  const record = openRecord({
    part: "sessions",
    title: "What the check of a session costs, and what ends, lists and begins it",
    command: `npm run bench -- --sessions ${sessions} --rounds ${rounds} --races ${races}`,
    folder: results,
  })
  console.log(`Filling the tables with ${sessions.toLocaleString("en")} people and sessions …`)
  const databases = await startDatabases(sessions)
  onEnd(databases.stop)
  const teams = entered([
    ours(databases.ours),
    authJs(databases.authJs),
    await betterAuthTeam(databases.betterAuth),
    await storedTeam(databases.betterAuth, sessions),
    await keptTeam(databases.ours, sessions),
  ])
  const effort = { sessions, rounds }
  const checks = teams.flatMap((team) => team.checks)
  const gates = teams.flatMap((team) => team.gates)
  const targets = [
    ...(await benchLayer(record, "check", "The check of one session", checks, effort)),
    ...(await benchLayer(record, "gate", "The whole gate of a request", gates, effort)),
    ...(await benchActs(record, databases, Math.ceil(rounds / 40))),
    ...(await benchRaces(record, databases, races)),
    ...tellTargets(record, await benchDead(databases, record)),
    // Last: nothing is alive after it.
    ...(await benchEverybody(record, databases, { sessions, rounds: Math.ceil(rounds / 3) })),
  ]
  record.keep(databases.version)
  demandMet(targets)
  console.log(`\nAll ${targets.length} targets are met.`)
}

async function benchLayer(
  record: BenchRecord,
  name: string,
  title: string,
  contenders: readonly Contender[],
  effort: Effort,
): Promise<Target[]> {
  const layer: Figures[] = []
  for (const measured of await measure(contenders, effort)) {
    layer.push({ ...measured, statements: await countStatements(measured.contender, 1) })
  }
  record.tell(latencyTable(title, layer))
  await record.draw(name, latencyPicture(title, layer))
  record.tell(throughputTable(`${inFlight} at a time, 10 connections`, layer))
  return tellTargets(record, [...targetsOf(layer), ...keptTargets(layer)])
}

async function benchActs(
  record: BenchRecord,
  databases: Databases,
  rounds: number,
): Promise<Target[]> {
  const teams = entered([
    ...ourActs(databases.ours),
    authJsActs(databases.authJs),
    await betterAuthActs(databases.betterAuth),
  ])
  const measured = await measureActs(teams, rounds, databases.tidy)
  record.tell(actsTable(measured))
  await record.draw("everywhere", actPicture("log out everywhere", measured))
  await record.draw("others", actPicture("log out the other devices", measured))
  return tellTargets(record, actTargets(measured))
}

async function benchRaces(
  record: BenchRecord,
  databases: Databases,
  races: number,
): Promise<Target[]> {
  const teams = entered([
    ...ourRaces(databases.ours),
    authJsRace(databases.authJs),
    ...(await betterAuthRaces(databases.betterAuth)),
  ])
  const measured = await measureRaces(teams, races, 20)
  record.tell(racesTable(measured))
  await record.draw("races", racesPicture(measured))
  return tellTargets(record, raceTargets(measured))
}

async function benchEverybody(
  record: BenchRecord,
  databases: Databases,
  effort: Effort,
): Promise<Target[]> {
  const teams = entered([
    ourPeople(databases.ours),
    authJsPeople(databases.authJs),
    await betterAuthPeople(databases.betterAuth),
    await storedPeople(databases.betterAuth, effort.sessions),
  ])
  return tellTargets(record, await benchPeople(teams, effort, record))
}

/** The teams, each of which closes what it has open when the run ends. */
function entered<Team extends { readonly close: () => Promise<void> }>(teams: readonly Team[]) {
  for (const { close } of teams) onEnd(close)
  return teams
}

function tellTargets({ tell }: BenchRecord, targets: Target[]): Target[] {
  tell(targets.map(targetLine).join("\n"))
  return targets
}

function warnIfBusy() {
  const [load = 0] = os.loadavg()
  const cores = os.availableParallelism()
  if (load <= cores / 2) return
  console.log(`This machine is busy (load ${load.toFixed(1)} on ${cores} cores): expect noise.`)
}
