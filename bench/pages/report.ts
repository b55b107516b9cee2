import { quantile } from "@/bench/measure"
import { type Target, table } from "@/bench/report"

/** What one audit of a page came to. */
export interface Audit {
  /** Of 100. */
  readonly score: number
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  readonly blockedMs: number
  readonly shift: number
  /** How quick this machine was meanwhile, in Lighthouse's own measure: a laptop of 2020 has about 1,500. */
  readonly benchmarkIndex: number
}

/** One page, audited an odd number of times. */
export interface Figures {
  readonly path: string
  readonly audits: readonly Audit[]
}

/** Below it Lighthouse itself warns that its figures are too low: it slows the processor down by a fixed factor. */
export const leastIndex = 1_000

const leastScore = 95

const seconds = (ms: number) => (ms / 1_000).toFixed(2)

export function pagesTable(figures: readonly Figures[]): string {
  return table(
    [
      "on a phone",
      "score",
      "from to",
      "first paint s",
      "largest s",
      "blocked ms",
      "shift",
      "index",
    ],
    figures.map(({ path, audits }) => {
      const of = (key: keyof Audit) => median(audits.map((audit) => audit[key]))
      const scores = audits.map(({ score }) => score)
      return [
        path,
        String(of("score")),
        `${Math.min(...scores)}–${Math.max(...scores)}`,
        seconds(of("firstPaintMs")),
        seconds(of("largestPaintMs")),
        of("blockedMs").toFixed(0),
        of("shift").toFixed(3),
        of("benchmarkIndex").toFixed(0),
      ]
    }),
  )
}

export const targetsOf = (figures: readonly Figures[]): Target[] =>
  figures.map(({ path, audits }) => ({
    what: `points of 100 that ${path} lacks`,
    measured: 100 - median(audits.map(({ score }) => score)),
    most: 100 - leastScore,
  }))

/** Undefined on a machine that is too slow, or too busy, to judge by. */
export function verdictOf(figures: readonly Figures[]): Target[] | undefined {
  const indices = figures.flatMap(({ audits }) => audits.map((audit) => audit.benchmarkIndex))
  return median(indices) < leastIndex ? undefined : targetsOf(figures)
}

const median = (values: readonly number[]) => quantile(values, 0.5)
