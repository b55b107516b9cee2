import { methodName } from "@/app/session-view"
import { BarChart } from "@/components/charts/bar-chart"
import type { Tone } from "@/components/charts/tone"
import { Card, CardBody } from "@/components/ui/card"
import type { Measure, Overview, Span } from "@/lib/db/incidents/overview"
import { stepTime } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { group, words } from "@/lib/texts/words"
import { endedHref, happenedHref } from "./links"
import { groupOf, groupTones } from "./reason-groups"
import { partsOf } from "./sums"

interface OverTimeProps {
  readonly overview: Overview
  readonly span: Span
}

/** How many ways in have a colour each. */
const methodsShown = 3
const other = "other"

/** Logins, ends and failures, each as a picture over time. */
export function OverTime({ overview, span }: OverTimeProps) {
  const t = words("overview")
  const methods = partsOf(overview.parts, ["begun"], "method")
  const shown = methods.slice(0, methodsShown)
  const names = shown.map((method) => [method, methodName(method)] as const)
  const more = methods.length > shown.length ? [[other, words("chart")("other")] as const] : []
  const pictures = [
    picture<string>(overview, span, {
      title: t("logins"),
      measure: "begun",
      names: [...names, ...more],
      keyOf: (method) => (shown.includes(method) ? method : other),
      toneOf: (method) => methodTones[shown.indexOf(method)] ?? "quiet",
      hrefOf: (_, moments) => happenedHref({ action: "log_in" }, moments),
    }),
    picture(overview, span, {
      title: t("ended"),
      measure: "ended",
      names: namesOf(group("overview", "reasonGroups")),
      keyOf: groupOf,
      toneOf: (reasons) => groupTones[reasons],
      hrefOf: (reasons) => endedHref(reasons === "time" ? "idle" : undefined),
    }),
    picture(overview, span, {
      title: t("failed"),
      measure: "failed",
      names: namesOf(group("overview", "failures")),
      keyOf: (action) => (action === "log_in_throttled" ? action : "log_in_failed"),
      toneOf: (action) => (action === "log_in_throttled" ? "danger" : "care"),
      hrefOf: (action, moments) => happenedHref({ action }, moments),
    }),
  ]

  return (
    <div className="grid items-start gap-4 lg:grid-cols-3">
      {pictures.map((props) => (
        <Card key={props.title} className="min-w-0">
          <CardBody>
            <BarChart {...props} />
          </CardBody>
        </Card>
      ))}
    </div>
  )
}

const methodTones: readonly Tone[] = ["main", "good", "care"]

const namesOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  Object.entries(names) as [Key, string][]

interface Wanted<Key extends string> {
  readonly title: string
  readonly measure: Measure
  /** Every series, from the bottom up. */
  readonly names: readonly (readonly [key: Key, name: string])[]
  /** Which of them a part belongs to. */
  readonly keyOf: (part: string) => Key
  readonly toneOf: (key: Key) => Tone
  readonly hrefOf: (key: Key, moments: { readonly from: Date; readonly until: Date }) => string
}

function picture<Key extends string>(
  { from, asOf, steps }: Overview,
  span: Span,
  { title, measure, names, keyOf, toneOf, hrefOf }: Wanted<Key>,
) {
  const stepMs = span.stepHours * 60 * 60_000
  const counted = steps.filter((each) => each.measure === measure)
  const countOf = (key: Key, step?: number) =>
    counted
      .filter((each) => keyOf(each.part) === key && (step === undefined || each.step === step))
      .reduce((sum, { count }) => sum + count, 0)
  const series = names.map(([key, label]) => ({
    key,
    label,
    tone: toneOf(key),
    total: countOf(key),
    href: hrefOf(key, { from, until: asOf }),
  }))
  return {
    title,
    series,
    steps: Array.from({ length: span.steps }, (_, step) => {
      const at = new Date(+from + step * stepMs)
      const moments = { from: at, until: new Date(+at + stepMs) }
      return {
        label: stepTime(currentLanguage(), at, span.stepHours < 24),
        values: names.map(([key]) => ({ count: countOf(key, step), href: hrefOf(key, moments) })),
      }
    }),
  }
}
