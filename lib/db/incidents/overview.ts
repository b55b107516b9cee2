import { type Pooled, poolQuery } from "@/lib/db/query"

/** What is counted each hour, and by which of its sides. */
export type Measure = "begun" | "ended" | "failed" | "live"
export type Side = "purpose" | "device" | "method" | "reason" | "action" | "network"

/** How far back one looks, and in steps of how long. */
export interface Span {
  readonly steps: number
  readonly stepHours: number
}

/** What happened in one step. */
export interface StepCount {
  /** Which step, from 0. */
  readonly step: number
  readonly measure: Measure
  readonly part: string
  readonly count: number
}

/** The same of the whole span, by one side. */
export interface PartCount {
  readonly measure: Measure
  readonly side: Side
  readonly part: string
  readonly count: number
}

export interface Overview {
  /** The end of the last hour that was counted. */
  readonly asOf: Date
  /** The beginning of the first step; each of the others begins when the one before it is over. */
  readonly from: Date
  readonly steps: readonly StepCount[]
  /** The largest first. */
  readonly parts: readonly PartCount[]
}

const hourMs = 60 * 60_000

/** What was counted of a span that ends now; null before anything was. */
export async function overviewOf(
  { steps, stepHours }: Span,
  on?: Pooled,
): Promise<Overview | null> {
  const query = poolQuery(on)
  const [{ asOf } = { asOf: null }] = await query<{ asOf: Date | null }>(findAsOf, [])
  if (!asOf) return null
  const stepMs = stepHours * hourMs
  // Steps of days are days, so that their entries of the audit log can be asked for.
  const end = Math.ceil(+asOf / stepMs) * stepMs
  const from = new Date(end - steps * stepMs)
  return {
    asOf,
    from,
    steps: await query<StepCount>(findSteps, [from, `${stepHours} hours`]),
    parts: await query<PartCount>(findParts, [from]),
  }
}

const findAsOf = {
  name: "overview_as_of",
  text: `SELECT max(hour) + interval '1 hour' AS "asOf" FROM "HourlyCount" WHERE measure = 'live' AND kind = 'purpose'`,
}

const findSteps = {
  name: "overview_steps",
  text: `SELECT (extract(epoch FROM hour - $1) / extract(epoch FROM $2::interval))::int AS step, measure, part, sum(count)::int AS count
    FROM (SELECT date_bin($2::interval, hour, $1) AS hour, measure, part, count FROM "HourlyCount"
      WHERE (measure, kind) IN (('begun', 'method'), ('ended', 'reason'), ('failed', 'action')) AND hour >= $1) AS binned
    GROUP BY hour, measure, part ORDER BY hour, part`,
}

const findParts = {
  name: "overview_parts",
  text: `SELECT measure, kind AS side, part, sum(count)::int AS count FROM "HourlyCount"
    WHERE hour >= $1 OR measure = 'live' GROUP BY measure, kind, part HAVING sum(count) > 0 ORDER BY count DESC, part`,
}
