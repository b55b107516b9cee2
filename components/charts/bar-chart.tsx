import { useId } from "react"
import { Disclosure } from "@/components/ui/disclosure"
import { shownCount } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { FigureTable } from "./figure-table"
import { Legend, type Series } from "./legend"
import { roundUp, stackedBars, stackHeight } from "./shapes"

interface BarChartProps {
  readonly title: string
  /** From the bottom up. */
  readonly series: readonly Series[]
  readonly steps: readonly {
    readonly label: string
    /** One number for each of the series. */
    readonly values: readonly { readonly count: number; readonly href: string }[]
  }[]
}

/**
 * What happened in each step of time, as a picture that the server draws: it stretches to the room that there is,
 * and its words are the page's own, so that they do not. The same numbers are a table beside it.
 */
export function BarChart({ title, series, steps }: BarChartProps) {
  const t = words("chart")
  const titleId = useId()
  const counts = steps.map(({ values }) => values.map(({ count }) => count))
  const sums = counts.map((values) => values.reduce((sum, count) => sum + count, 0))
  const most = Math.max(...sums)
  const total = sums.reduce((sum, count) => sum + count, 0)
  const max = roundUp(most)
  const axis = [0, Math.floor(steps.length / 2), steps.length - 1].map((step) => steps[step]?.label)

  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{title}</h2>
        <Legend series={series} />
      </figcaption>
      <p className="chart-max" aria-hidden="true">
        {shownCount(max)}
      </p>
      <svg
        role="img"
        aria-label={t("picture", { title, total, most })}
        viewBox={`0 0 ${steps.length} ${stackHeight}`}
        preserveAspectRatio="none"
      >
        <path className="chart-grid" d={`M0 0h${steps.length}M0 50h${steps.length}`} />
        {stackedBars(counts, max).map((path, index) => (
          <path key={series[index]?.key} d={path} data-tone={series[index]?.tone} />
        ))}
        <path className="chart-base" d={`M0 ${stackHeight}h${steps.length}`} />
        {steps.map(({ label }, step) => (
          <rect key={label} className="chart-hit" x={step} width="1" height={stackHeight}>
            <title>{`${label}: ${shownCount(sums[step] ?? 0)}`}</title>
          </rect>
        ))}
      </svg>
      <p className="chart-axis" aria-hidden="true">
        {axis.map((label) => (
          <span key={label}>{label}</span>
        ))}
      </p>
      {total === 0 ? (
        <p className="text-[0.8125rem] text-ink-faint">{t("none")}</p>
      ) : (
        <Disclosure summary={<span>{t("table")}</span>}>
          <FigureTable
            caption={title}
            columns={[t("time"), ...series.map(({ label }) => label)]}
            rows={steps
              .filter((_, step) => (sums[step] ?? 0) > 0)
              .map(({ label, values }) => ({
                key: label,
                label: <span className="whitespace-nowrap">{label}</span>,
                values,
              }))}
          />
        </Disclosure>
      )}
    </figure>
  )
}
