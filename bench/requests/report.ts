import { quantile } from "@/bench/measure"
import type { Picture } from "@/bench/record/chart"
import { table } from "@/bench/report"

/** Keep-alive connections that ask one thing after another, each as another person. */
export const connections = 16
export const windowS = 3

export interface MeasuredRequests {
  readonly name: string
  /** Requests a second in each window. */
  readonly rates: readonly number[]
  readonly medianMs: number
  readonly p99Ms: number
}

/** The first of them is what the others are compared with. */
export function requestsTable(measured: readonly MeasuredRequests[]): string {
  const [first] = measured
  const windows = first?.rates.length
  return table(
    [
      `${connections} at a time, ${windows} windows of ${windowS} s by turns`,
      "requests/s",
      "from to",
      "median ms",
      "p99 ms",
      "× bare",
    ],
    measured.map(({ name, rates, medianMs, p99Ms }) => [
      name,
      rateOf(rates).toFixed(0),
      `${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`,
      medianMs.toFixed(1),
      p99Ms.toFixed(1),
      (rateOf(rates) / rateOf(first?.rates ?? [])).toFixed(2),
    ]),
  )
}

export const requestsPicture = (measured: readonly MeasuredRequests[]): Picture => ({
  title: "Requests a second, median",
  bars: measured.map(({ name, rates }) => ({ name, value: rateOf(rates) })),
})

const rateOf = (rates: readonly number[]) => quantile(rates, 0.5)
