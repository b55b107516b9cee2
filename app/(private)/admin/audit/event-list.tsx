import { ScrollText } from "lucide"
import { Fragment, type ReactNode } from "react"
import { reportHref } from "@/app/(private)/admin/audit/report/search"
import type { Run } from "@/app/runs"
import { textOf } from "@/app/text-of"
import { Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import { Card, CardRow, CardRows } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { TextLink } from "@/components/ui/text-link"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { near } from "@/lib/places/near"
import { group, words } from "@/lib/texts/words"
import { EventDetails } from "./event-details"
import { EventSentence } from "./event-sentence"

interface EventListProps {
  readonly runs: readonly Run<AuditEvent>[]
}

/** What happened, the latest first, a sentence each. */
export function EventList({ runs }: EventListProps) {
  const t = words("audit")

  return (
    <Card>
      {runs.length === 0 ? (
        <EmptyState icon={ScrollText} title={t("nothing")}>
          {t("nothingHint")}
        </EmptyState>
      ) : (
        <CardRows aria-label={t("caption")}>
          {runs.map((run) => (
            <EventRow key={run.latest.id} run={run} />
          ))}
        </CardRows>
      )}
    </Card>
  )
}

function EventRow({ run }: { readonly run: Run<AuditEvent> }) {
  const event = run.latest

  return (
    <CardRow className="space-y-0.5 py-3 text-sm">
      <p className="wrap-break-word">
        <EventSentence event={event} />
      </p>
      <p className="text-[0.8125rem] text-ink-soft">
        {remarksOn(run).map((remark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what an entry says never changes
          <Fragment key={index}>
            {index > 0 && <span className="text-ink-faint"> · </span>}
            <span>{remark}</span>
          </Fragment>
        ))}
      </p>
      <EventDetails event={event} />
    </CardRow>
  )
}

/** When, from where, and whatever the sentence does not say of it. */
function remarksOn({ latest, count: times }: Run<AuditEvent>): readonly ReactNode[] {
  const t = words("audit")
  const { at, address, count } = latest
  const place = address && near(address)
  return [
    <Time key="at" at={at} />,
    address && <Address key="address">{address}</Address>,
    place,
    saysNothingOfEnds(latest) && count !== null && count > 0 && t("ended", { count }),
    isEndedByOther(latest) && textOf(group("audit", "reasons"), latest.reason ?? ""),
    times > 1 && t("times", { count: times }),
    endsSomething(latest) && (
      <TextLink key="report" href={reportHref({ act: latest.id })}>
        {words("report")("of")}
      </TextLink>
    ),
  ].filter(Boolean)
}

const saysNothingOfEnds = ({ action }: AuditEvent) =>
  !["revoke_session", "revoke_selected", "count_ended", "retry_mail", "log_out"].includes(action)

/** An act whose outcome can be reported: an administrator's, or one that ended more than its own session. */
const endsSomething = ({ action, count }: AuditEvent) =>
  ["begin_sweep", "log_everyone_out"].includes(action) ||
  (Number(count) > 0 &&
    !["export_sessions", "log_out", "retry_mail"].includes(action) &&
    !action.startsWith("log_in"))

/** A log-out that the person did not ask for. */
const isEndedByOther = ({ action, reason }: AuditEvent) =>
  action === "log_out" && reason !== null && reason !== "log_out"
