import { FigureTable } from "@/components/charts/figure-table"
import { Address } from "@/components/ui/address"
import { Card, CardBody } from "@/components/ui/card"
import { networksKept } from "@/lib/db/hourly/counting"
import type { Overview } from "@/lib/db/incidents/overview"
import { words } from "@/lib/texts/words"
import { endedHref, happenedHref, sideHref } from "./links"
import { partName } from "./names"
import { partsOf, sumOf } from "./sums"

const networksShown = 10
const measures = ["live", "begun", "ended"] as const

/** The same numbers by device, way in, purpose, reason and network. */
export function Breakdown({ overview }: { readonly overview: Overview }) {
  const t = words("overview")
  const { parts, from } = overview
  const columns = measures.map((measure) => t(`columns.${measure}`))
  const sides = [
    ["device", t("byDevice")],
    ["method", t("byMethod")],
    ["purpose", t("byPurpose")],
  ] as const

  return (
    <section aria-label={t("breakdown")} className="gap-4 lg:columns-2">
      {sides.map(([side, title]) => (
        <Figures
          key={side}
          caption={title}
          columns={[title, ...columns]}
          rows={partsOf(parts, measures, side).map((part) => ({
            key: part,
            label: partName(side, part),
            values: measures.map((measure) => ({
              count: sumOf(parts, measure, side, part),
              href: sideHref(measure, side, part, { from }),
            })),
          }))}
        />
      ))}
      <Figures
        caption={t("byReason")}
        columns={[t("byReason"), t("columns.count")]}
        rows={partsOf(parts, ["ended"], "reason").map((reason) => ({
          key: reason,
          label: partName("reason", reason),
          values: [{ count: sumOf(parts, "ended", "reason", reason), href: endedHref(reason) }],
        }))}
      />
      <Figures
        caption={t("byNetwork")}
        hint={t("networksHint", { kept: networksKept })}
        columns={[t("byNetwork"), t("columns.failed")]}
        rows={partsOf(parts, ["failed"], "network")
          .slice(0, networksShown)
          .map((network) => ({
            key: network,
            label: <Address>{network}</Address>,
            values: [
              {
                count: sumOf(parts, "failed", "network", network),
                href: happenedHref({ action: "log_in_failed", address: network }, { from }),
              },
            ],
          }))}
      />
    </section>
  )
}

interface FiguresProps extends Omit<Parameters<typeof FigureTable>[0], "hasBars"> {
  readonly hint?: string
}

function Figures({ hint, ...table }: FiguresProps) {
  return (
    <Card className="mb-4 break-inside-avoid">
      <CardBody className="space-y-2">
        {table.rows.length > 0 ? (
          <FigureTable {...table} hasBars />
        ) : (
          <p className="text-[0.8125rem] text-ink-soft">
            <span className="font-medium text-ink">{table.caption}</span>{" "}
            <span>{words("chart")("none")}</span>
          </p>
        )}
        {hint && <p className="text-xs text-ink-faint">{hint}</p>}
      </CardBody>
    </Card>
  )
}
