import type { ReactNode } from "react"
import { EventSentence } from "@/app/(private)/admin/audit/event-sentence"
import { textOf as momentText } from "@/app/(private)/admin/audit/search"
import { tokensHref } from "@/app/(private)/admin/overview/links"
import { receiptView } from "@/app/receipt-view"
import { textOf } from "@/app/text-of"
import { PlainTable } from "@/components/charts/plain-table"
import { Receipt } from "@/components/sessions/receipt"
import { ExactTime } from "@/components/time"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { describeDevice } from "@/lib/auth/device"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { shownEmail } from "@/lib/names/shown-email"
import { formatNumber } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { lengths } from "@/lib/texts/lengths"
import { group, words } from "@/lib/texts/words"
import type { ActReport } from "./read-report"
import { reportHref } from "./search"
import { ToldSection } from "./told-section"

const halfAnHourMs = 30 * 60_000

interface ActReportViewProps {
  readonly report: ActReport
  /** When the report was written, and by whom. */
  readonly written: readonly { readonly term: string; readonly value: ReactNode }[]
}

export function ActReportView({ report, written }: ActReportViewProps) {
  const t = words("report")
  const { event, told } = report
  const around = [-halfAnHourMs, halfAnHourMs].map((ms) => momentText(+event.at + ms))

  return (
    <>
      <Card>
        <CardBody className="space-y-4">
          <p className="text-sm font-medium wrap-break-word">
            <EventSentence event={event} />
          </p>
          <Facts isShort facts={[...factsOf(event), ...written]} />
          <p className="text-sm print:hidden">
            <TextLink href={reportHref({ from: around[0] ?? "", until: around[1] ?? "" })}>
              {t("aroundIt")}
            </TextLink>
          </p>
        </CardBody>
      </Card>
      <Found event={event} />
      <Section title={t("ended")} description={t("stillListed", { kept: lengths.ended() })}>
        <Ended report={report} />
      </Section>
      <ToldSection told={told} mailed={textIn(event, "mailed") ?? textIn(event, "emails")} />
    </>
  )
}

function factsOf({ at, address, reason, scope, count }: AuditEvent) {
  const t = words("report")
  return [
    { term: t("facts.when"), value: <ExactTime at={at} /> },
    { term: t("facts.address"), value: address },
    { term: t("facts.reason"), value: reason && textOf(group("audit", "reasons"), reason) },
    { term: t("facts.scope"), value: scope && textOf(group("audit", "values"), scope) },
    {
      term: t("facts.count"),
      value: count === null ? null : formatNumber(currentLanguage(), count),
    },
  ].filter(({ value }) => value !== null)
}

/** By what an act on many chose its sessions, as the list of sessions would find them now. */
function Found({ event }: { readonly event: AuditEvent }) {
  const t = words("report")
  const filter = textIn(event, "filter")
  if (filter === undefined) return null
  const chosen = Object.fromEntries(new URLSearchParams(filter))

  return (
    <Section title={t("found")}>
      <Card>
        <CardBody className="space-y-3">
          <Facts isShort facts={Object.entries(chosen).map(([term, value]) => ({ term, value }))} />
          <p className="text-sm print:hidden">
            <TextLink href={tokensHref(chosen)}>{t("filter")}</TextLink>
          </p>
        </CardBody>
      </Card>
    </Section>
  )
}

function Ended({ report: { receipt, tokens, event } }: Pick<ActReportViewProps, "report">) {
  const t = words("report")
  if (receipt) return <Receipt receipt={receiptView(receipt)} />
  const live = tokens.filter(({ status }) => status === "active").length

  return (
    <Card>
      <CardBody className="space-y-3">
        <p className="text-sm font-medium">
          {event.count ? words("audit")("ended", { count: event.count }) : t("nothingEnded")}
        </p>
        {tokens.length > 0 && (
          <>
            <p className="text-sm">{live > 0 ? t("alive", { count: live }) : t("dead")}</p>
            <PlainTable
              caption={t("ended")}
              columns={[t("token"), t("person"), t("status")]}
              rows={tokens.map(({ token, email, status }) => ({
                key: token.id,
                cells: [
                  token.name ?? describeDevice(token.device.userAgent).title,
                  <TextLink key="person" href={`/admin/users/${token.userId}`}>
                    {shownEmail(email)}
                  </TextLink>,
                  words("session")(`statuses.${status}`),
                ],
              }))}
            />
          </>
        )}
      </CardBody>
    </Card>
  )
}

const textIn = ({ details }: AuditEvent, name: string): string | undefined =>
  details[name] === undefined ? undefined : String(details[name])
