import { quantile } from "@/bench/measure"
import { type ActName, type ActTeam, actNames } from "./contender"

/** How many sessions the person has. */
export const crowds = [10, 1_000, 10_000] as const
export type Crowd = (typeof crowds)[number]

export interface MeasuredAct {
  readonly act: ActName
  readonly team: Pick<ActTeam, "name" | "role">
  readonly medianMs: Readonly<Record<Crowd, number>>
  /** The most sessions that were there before and outlived the act, though it should have ended them. */
  readonly survivors: number
}

/** Measures the acts by turns: every library does each act to each crowd once a round. */
export async function measureActs(
  teams: readonly ActTeam[],
  rounds: number,
  afterCrowd: () => Promise<unknown>,
): Promise<MeasuredAct[]> {
  const samples = actNames.flatMap((act) =>
    teams.map((team) => ({ act, team, times: emptyTimes(), survivors: 0 })),
  )
  for (let round = -1; round < rounds; round++) {
    for (const crowd of crowds) {
      for (const sample of round % 2 === 0 ? samples : samples.toReversed()) {
        const person = await sample.team.prepare(crowd)
        // Also the first look at new rows, which marks them as committed, and is no part of an act.
        const live = await person.countLive()
        if (live !== crowd)
          throw new Error(`${sample.team.name} made ${live} of ${crowd} sessions.`)
        const startedAt = performance.now()
        await person.acts[sample.act]()
        const took = performance.now() - startedAt
        const spared = sample.act === "log out everywhere" ? 0 : 1
        const survivors = (await person.countLive()) - spared
        sample.survivors = Math.max(sample.survivors, survivors)
        if (round >= 0) sample.times[crowd].push(took)
        await person.remove()
      }
      // Or the server would do it later, behind a measurement's back.
      await afterCrowd()
    }
  }
  return samples.map(({ act, team, times, survivors }) => ({
    act,
    team,
    medianMs: { 10: median(times[10]), 1000: median(times[1000]), 10000: median(times[10000]) },
    survivors,
  }))
}

const emptyTimes = (): Record<Crowd, number[]> => ({ 10: [], 1000: [], 10000: [] })

const median = (values: readonly number[]) => quantile(values, 0.5)
