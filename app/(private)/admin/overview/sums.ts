import type { Measure, PartCount, Side } from "@/lib/db/incidents/overview"

/** How much of the whole span there is by one side, or of one part of it. */
export const sumOf = (
  parts: readonly PartCount[],
  measure: Measure,
  side: Side,
  part?: string,
): number =>
  parts
    .filter((each) => each.measure === measure && each.side === side)
    .filter((each) => part === undefined || each.part === part)
    .reduce((sum, { count }) => sum + count, 0)

/** The parts of one side, in the order in which they came. */
export const partsOf = (
  parts: readonly PartCount[],
  measures: readonly Measure[],
  side: Side,
): readonly string[] => [
  ...new Set(
    parts
      .filter((each) => each.side === side && measures.includes(each.measure))
      .map(({ part }) => part),
  ),
]
