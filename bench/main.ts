import os from "node:os"
import { onEnd } from "@/scripts/launcher"
import { authJs } from "./authjs"
import { betterAuthTeam } from "./better-auth"
import type { Contender } from "./contender"
import { startDatabases } from "./databases"
import { floor } from "./floor"
import { measureLatency, measureThroughput, verify } from "./measure"
import { ours } from "./ours"
import { type Layer, latencyTable, targets, throughputTable } from "./report"
import { countStatements } from "./statements"

const inFlight = 32

export interface BenchOptions {
  readonly sessions: number
  readonly rounds: number
}

/** Measures every contender on one server in one process, and prints what it found. */
export async function bench({ sessions, rounds }: BenchOptions): Promise<void> {
  console.log(`Filling the tables with ${sessions.toLocaleString("en")} people and sessions …`)
  const databases = await startDatabases(sessions)
  onEnd(databases.stop)
  const teams = [
    floor(databases.ours),
    ours(databases.ours),
    authJs(databases.authJs),
    await betterAuthTeam(databases.betterAuth),
  ]
  for (const { close } of teams) onEnd(close)

  console.log(
    `PostgreSQL ${databases.version}, Node ${process.versions.node}, ${os.platform()} ${os.arch()}, ` +
      `${os.availableParallelism()} cores, ${rounds} interleaved rounds`,
  )
  const checks = teams.flatMap((team) => team.checks)
  const gates = teams.flatMap((team) => team.gates)
  print(await measure("The check of one session", checks, { sessions, rounds }))
  print(await measure("The whole gate of a request", gates, { sessions, rounds }))
}

async function measure(
  title: string,
  contenders: readonly Contender[],
  { sessions, rounds }: BenchOptions,
): Promise<Layer> {
  await verify(contenders, sessions)
  const alone = { sessions, rounds, checksPerRound: 20 }
  const timings = await measureLatency(contenders, alone)
  const together = { sessions, rounds: Math.ceil(rounds / 50), checksPerRound: 1000 }
  const rates = await measureThroughput(contenders, together, inFlight)
  const statements = new Map<Contender, number>()
  for (const contender of contenders) {
    statements.set(contender, await countStatements(contender, 1))
  }
  return { title, contenders, statements, timings, rates }
}

function print(layer: Layer) {
  console.log(`\n${latencyTable(layer)}\n`)
  console.log(`${throughputTable({ ...layer, title: `${inFlight} at a time, 10 connections` })}\n`)
  for (const line of targets(layer)) console.log(line)
}
