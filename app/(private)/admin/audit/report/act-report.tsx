import { EventSentence } from "@/app/(private)/admin/audit/event-sentence"
import { textOf as momentText } from "@/app/(private)/admin/audit/search"
import { tokensHref } from "@/app/(private)/admin/overview/links"
import { sweepHref } from "@/app/(private)/admin/sessions/revocations/sweep-href"
import { receiptView } from "@/app/receipt-view"
import { textOf } from "@/app/text-of"
import { PlainTable } from "@/components/charts/plain-table"
import { Receipt } from "@/components/sessions/receipt"
import { ExactTime } from "@/components/time"
import { Card, CardBody } from "@/components/ui/card"
import { type Fact, Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { describeDevice } from "@/lib/auth/device"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { shownEmail } from "@/lib/names/shown-email"
import { wordsOf } from "@/lib/names/token-filter"
import { countsOf, shownCount } from "@/lib/texts/counts"
import { lengths } from "@/lib/texts/lengths"
import { group, words } from "@/lib/texts/words"
import type { Sweep } from "@/lib/users/ports/sweeps"
import type { ActReport } from "./read-report"
import { reportHref } from "./search"
import { ToldSection } from "./told-section"

const halfAnHourMs = 30 * 60_000

interface ActReportViewProps {
  readonly report: ActReport
  /** When the report was written, and by whom. */
  readonly written: readonly Fact[]
}

export function ActReportView({ report, written }: ActReportViewProps) {
  const t = words("report")
  const { event, told, sweep } = report
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
      {sweep && <Found sweep={sweep} />}
      <Section title={t("ended")} description={t("stillListed", { kept: lengths.ended() })}>
        <Ended report={report} />
      </Section>
      <ToldSection told={told} people={sweep?.told} />
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
    { term: t("facts.count"), value: count === null ? null : shownCount(count) },
  ]
}

/** What a bulk revocation chose, and what that found. */
function Found({ sweep }: { readonly sweep: Sweep }) {
  const t = words("report")
  const { query, found, summary, reason } = sweep
  const fields = group("desk", "fields")
  const chosen = Object.entries(wordsOf(query)).map(([field, value]) => ({
    term: textOf(fields, field),
    value,
  }))

  return (
    <Section title={t("found")}>
      <Card>
        <CardBody className="space-y-3">
          <Facts
            facts={[
              ...chosen,
              { term: t("facts.found"), value: countsOf(summary.purposes) || String(found) },
              { term: t("facts.people"), value: shownCount(summary.people) },
              { term: t("facts.toldReason"), value: reason ? <bdi>{reason}</bdi> : null },
            ]}
          />
          <p className="flex flex-wrap gap-x-6 text-sm print:hidden">
            <TextLink href={tokensHref({ ...query, status: "any" })}>{t("filter")}</TextLink>
            <TextLink href={sweepHref(sweep.id)}>{words("sweep")("title")}</TextLink>
          </p>
        </CardBody>
      </Card>
    </Section>
  )
}

function Ended({ report }: Pick<ActReportViewProps, "report">) {
  const t = words("report")
  const { receipt, ended, event, sweep } = report
  if (receipt) return <Receipt receipt={receiptView(receipt)} />
  const count = event.count ? words("audit")("ended", { count: event.count }) : t("nothingEnded")

  return (
    <Card>
      <CardBody className="space-y-3">
        <p className="text-sm font-medium">{sweep ? resultOf(sweep) : count}</p>
        {ended.tokens.length > 0 && (
          <>
            <p className="text-sm">
              {ended.live > 0 ? t("alive", { count: ended.live }) : t("dead")}
            </p>
            <PlainTable
              caption={t("ended")}
              columns={[t("token"), t("person"), t("status")]}
              rows={ended.tokens.map(({ token, email, status }) => ({
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

function resultOf({ ended, found, done }: Sweep): string {
  const t = words("sweep")
  return done < found
    ? t("progress", { done, found, ended })
    : t("result", { ended, found, others: found - ended })
}
