import { setTimeout as after } from "node:timers/promises"
import { quantile } from "@/bench/measure"
import { randomNumbers } from "@/bench/sessions"
import type { RaceTeam } from "./contender"

export interface MeasuredRace {
  readonly team: Pick<RaceTeam, "name" | "role">
  readonly races: number
  /** Log-ins that got in while the password changed. */
  readonly admitted: number
  /** Sessions of the old password that live on after the change. */
  readonly survivors: number
  readonly forced: number
  /** The same, of races in which the change comes between the proof and the session. */
  readonly forcedSurvivors: number
}

/**
 * Lets a log-in with the old password run against a change of it, once a round for each library, by turns. The
 * log-in begins at a moment drawn from the time that the library's change takes.
 */
export async function measureRaces(
  teams: readonly RaceTeam[],
  races: number,
  forced: number,
): Promise<MeasuredRace[]> {
  const drawn = randomNumbers()
  const samples = []
  for (const team of teams) {
    const spanMs = await spanOf(team)
    samples.push({ team, spanMs, admitted: 0, survivors: 0, forcedSurvivors: 0 })
  }
  for (let race = 0; race < races; race++) {
    for (const sample of samples) {
      const delayMs = sample.spanMs * ((drawn.next().value % 1_000) / 1_000)
      const { isAdmitted, survives } = await run(sample.team, delayMs)
      sample.admitted += Number(isAdmitted)
      sample.survivors += Number(survives)
    }
  }
  for (let race = 0; race < forced; race++) {
    for (const sample of samples) sample.forcedSurvivors += Number(await runForced(sample.team))
  }
  return samples.map((sample) => ({ ...sample, races, forced }))
}

async function spanOf(team: RaceTeam): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const person = await team.prepare()
    const startedAt = performance.now()
    await person.change()
    times.push(performance.now() - startedAt)
    await person.remove()
  }
  return quantile(times, 0.5)
}

async function run(team: RaceTeam, delayMs: number) {
  const person = await team.prepare()
  const logIn = after(delayMs).then(() => person.logIn(async () => {}))
  const [secret] = await Promise.all([logIn, person.change()])
  const survives = secret !== null && (await person.isAlive(secret))
  await person.remove()
  return { isAdmitted: secret !== null, survives }
}

async function runForced(team: RaceTeam): Promise<boolean> {
  const person = await team.prepare()
  const secret = await person.logIn(async () => void (await person.change()))
  const survives = secret !== null && (await person.isAlive(secret))
  await person.remove()
  return survives
}
