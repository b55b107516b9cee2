/** The least round number that is not below: 1, 2, 5, 10, 20, … */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return [1, 2, 5, 10].map((digit) => digit * power).find((round) => round >= value) ?? value
}

/** How high a stack of bars is drawn, and how wide one is of each step's 1. */
export const stackHeight = 100
const barWidth = 0.72

/**
 * Bars upon each other, as the outline of each series: one step is as wide as 1, and `max` is as high as
 * `stackHeight`. What is not 0 can be seen.
 */
export function stackedBars(steps: readonly (readonly number[])[], max: number): readonly string[] {
  const paths: string[] = []
  for (const [step, values] of steps.entries()) {
    let top = stackHeight
    for (const [series, value] of values.entries()) {
      paths[series] ??= ""
      if (value <= 0) continue
      const height = Math.max(round((value / max) * stackHeight), 1)
      top = round(top - height)
      paths[series] +=
        `M${round(step + (1 - barWidth) / 2)} ${top}h${barWidth}v${height}h-${barWidth}z`
    }
  }
  return paths
}

const round = (value: number) => Math.round(value * 100) / 100
