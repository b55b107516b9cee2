import type { Picture } from "@/bench/record/chart"
import { type Target, table } from "@/bench/report"
import { type ActName, actNames } from "./contender"
import { crowds, type MeasuredAct } from "./measure"

export function actsTable(measured: readonly MeasuredAct[]): string {
  return table(
    ["Acts, median ms", ...crowds.map((crowd) => `${crowd} sessions`), "left alive"],
    measured.map(({ act, team, medianMs, survivors }) => [
      `${act}: ${team.name}`,
      ...crowds.map((crowd) => medianMs[crowd].toFixed(1)),
      String(survivors),
    ]),
  )
}

/** For the largest crowd. */
export const actPicture = (act: ActName, measured: readonly MeasuredAct[]): Picture => ({
  title: `${act[0]?.toUpperCase()}${act.slice(1)}, of 10,000 sessions, median ms`,
  bars: measured
    .filter((each) => each.act === act)
    .map(({ team, medianMs }) => ({ name: team.name, value: medianMs[10000] })),
})

/** What an act of ours promises: it costs what survives it, ends all that it should, and nobody is faster. */
export function actTargets(measured: readonly MeasuredAct[]): Target[] {
  return actNames.flatMap((act) =>
    targetsOf(
      act,
      measured.filter((each) => each.act === act),
    ),
  )
}

function targetsOf(act: ActName, measured: readonly MeasuredAct[]): Target[] {
  const ours = measured.find(({ team }) => team.role === "ours")
  const peers = measured.filter(({ team }) => team.role === "peer")
  const [fastest] = peers.toSorted((a, b) => a.medianMs[10000] - b.medianMs[10000])
  if (!ours || !fastest) throw new Error(`Nobody was measured at: ${act}.`)
  return [
    { what: `${act}, sessions left alive`, measured: ours.survivors, most: 0 },
    {
      what: `${act}, 10,000 sessions in times of 10`,
      measured: ours.medianMs[10000] / ours.medianMs[10],
      most: 3,
    },
    {
      what: `${act}, 10,000 sessions in times of the fastest peer, ${fastest.team.name}`,
      measured: ours.medianMs[10000] / fastest.medianMs[10000],
      most: 1,
    },
  ]
}
