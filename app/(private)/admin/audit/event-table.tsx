import { ScrollText } from "lucide-react"
import type { Run } from "@/app/runs"
import { textOf } from "@/app/text-of"
import { Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import { DataTable } from "@/components/ui/data-table"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { near } from "@/lib/places/near"
import { formatNumber } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { group, words } from "@/lib/texts/words"
import { EventDetails } from "./event-details"
import { Actor, Target } from "./event-people"

interface EventTableProps {
  readonly runs: readonly Run<AuditEvent>[]
}

/** Acts, the latest first. */
export function EventTable({ runs }: EventTableProps) {
  const t = words("audit")
  const table = {
    caption: t("caption"),
    columns: group("audit", "columns"),
    nothing: t("nothing"),
    nothingHint: t("nothingHint"),
  }

  return (
    <DataTable words={table} icon={ScrollText} numbers="count">
      {runs.map((run) => (
        <EventRow key={run.latest.id} run={run} />
      ))}
    </DataTable>
  )
}

function EventRow({ run }: { readonly run: Run<AuditEvent> }) {
  const t = words("audit")
  const event = run.latest
  const { action, count, address } = event

  return (
    <tr>
      <td>
        <div>
          <p className="font-medium">{textOf(group("audit", "actions"), action)}</p>
          {run.count > 1 && (
            <p className="text-[0.8125rem] text-ink-soft">{t("times", { count: run.count })}</p>
          )}
        </div>
        <EventDetails event={event} />
      </td>
      <td data-label={t("columns.at")} className="whitespace-nowrap text-ink-soft">
        <Time at={event.at} />
      </td>
      <td data-label={t("columns.actor")}>
        <Actor event={event} />
      </td>
      <td data-label={t("columns.target")}>
        <Target event={event} />
      </td>
      <td data-label={t("columns.reason")} className="text-ink-soft">
        {reasonOf(event)}
      </td>
      <td data-label={t("columns.count")} data-number>
        {count !== null && formatNumber(currentLanguage(), count)}
      </td>
      <td data-label={t("columns.address")} className="text-[0.8125rem] text-ink-soft">
        {address && (
          <div>
            <Address>{address}</Address>
            <p>{near(address)}</p>
          </div>
        )}
      </td>
    </tr>
  )
}

/** Why it was done. Accepting an invitation goes the way of a reset, which is not a reason in itself. */
const reasonOf = ({ action, reason }: AuditEvent) =>
  reason && action !== "accept_invitation" ? textOf(group("audit", "reasons"), reason) : null
