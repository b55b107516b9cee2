import { MonitorX } from "lucide"
import type { ReactNode } from "react"
import { ActArea } from "@/components/acts/act-area"
import { Card } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { SkipPast } from "@/components/ui/skip-past"
import { SortHead } from "@/components/ui/sort-head"
import { Table } from "@/components/ui/table"
import { words } from "@/lib/texts/words"
import { revokeSessionsAction } from "./actions"
import { RevokeSelected } from "./revoke-selected"
import { type SessionSearch, type SessionSort, sessionsHref, sortedBy } from "./search"
import { SelectEvery } from "./selection"
import { type SessionRow, SessionRows } from "./session-rows"

interface SessionTableProps {
  readonly sessions: readonly SessionRow[]
  readonly search: SessionSearch
  /** The administrator's own session. */
  readonly currentId: string
  /** How many there are. */
  readonly children: ReactNode
}

/** Sessions of everybody, to end one by one or several at once. */
export function SessionTable({ sessions, search, currentId, children }: SessionTableProps) {
  const t = words("sessions")
  return (
    <ActArea action={revokeSessionsAction} undone={t("nothingRevoked")}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pb-3">
        <p className="max-w-prose text-[0.8125rem] text-ink-soft">
          <span className="font-medium text-ink tabular-nums">{children}</span> {t("spared")}
        </p>
        <RevokeSelected />
      </div>
      <SkipPast id="after-sessions">
        <Card>
          {sessions.length === 0 ? (
            <EmptyState icon={MonitorX} title={t("nothing")}>
              {t("nothingHint")}
            </EmptyState>
          ) : (
            <Table caption={t("caption")}>
              <Head search={search} />
              <tbody>
                <SessionRows rows={sessions} currentId={currentId} />
              </tbody>
            </Table>
          )}
        </Card>
      </SkipPast>
    </ActArea>
  )
}

function Head({ search }: Pick<SessionTableProps, "search">) {
  const [t, tRow] = [words("sessions"), words("sessionRow")]
  const sortBy = (sort: SessionSort) =>
    ({
      href: sessionsHref(sortedBy(search, sort)),
      order: search.sort !== sort ? null : search.isDescending ? "descending" : "ascending",
    }) as const

  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="flex items-center gap-3">
            <SelectEvery />
            <span className="cards:sr-only">{t("columns.device")}</span>
          </span>
        </th>
        <SortHead {...sortBy("email")}>{tRow("columns.person")}</SortHead>
        <th scope="col">{tRow("columns.status")}</th>
        <SortHead {...sortBy("active")}>{tRow("columns.active")}</SortHead>
        <SortHead {...sortBy("started")}>{tRow("columns.started")}</SortHead>
        <th scope="col">
          <span className="sr-only">{t("columns.act")}</span>
        </th>
      </tr>
    </thead>
  )
}
