import type { Picture } from "@/bench/record/chart"
import { type Target, table } from "@/bench/report"
import type { MeasuredRace } from "./measure"

export function racesTable(measured: readonly MeasuredRace[]): string {
  return table(
    ["A log-in with the old password, against", "got in", "lives on", "if forced"],
    measured.map(({ team, races, admitted, survivors, forced, forcedSurvivors }) => [
      team.name,
      `${admitted} of ${races}`,
      `${survivors} of ${races}`,
      `${forcedSurvivors} of ${forced}`,
    ]),
  )
}

export const racesPicture = (measured: readonly MeasuredRace[]): Picture => ({
  title: `Sessions of the old password that live on, of ${measured[0]?.races} races`,
  bars: measured.map(({ team, survivors }) => ({ name: team.name, value: survivors })),
})

/** What is lived through by no session of ours. */
export function raceTargets(measured: readonly MeasuredRace[]): Target[] {
  return measured
    .filter(({ team }) => team.role === "ours")
    .map(({ team, survivors, forcedSurvivors }) => ({
      what: `${team.name.replace("ours: ", "password ")}, sessions of the old password left alive`,
      measured: survivors + forcedSurvivors,
      most: 0,
    }))
}
