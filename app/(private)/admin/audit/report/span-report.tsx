import { EventList } from "@/app/(private)/admin/audit/event-list"
import { auditHref, textOf as momentText } from "@/app/(private)/admin/audit/search"
import { once } from "@/app/runs"
import { textOf } from "@/app/text-of"
import { authentication } from "@/authentication"
import { NumberLink } from "@/components/charts/legend"
import { PlainTable } from "@/components/charts/plain-table"
import { Address } from "@/components/ui/address"
import { Card, CardBody } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { auditActions } from "@/lib/names/audit-action"
import { shownEmail } from "@/lib/names/shown-email"
import { duration } from "@/lib/texts/lengths"
import { group, words } from "@/lib/texts/words"
import { eventsShown, type SpanReport } from "./read-report"
import { ToldSection } from "./told-section"

export function SpanReportView({ report }: { readonly report: SpanReport }) {
  const t = words("report")
  const { done, networks, accounts, told, events, hasMore } = report
  const [from, until] = [momentText(+report.from), momentText(+report.until)]
  const action = (name: string) => textOf(group("audit", "actions"), name)
  const actHref = (name: string) =>
    auditHref({ action: auditActions.find((each) => each === name), from, until })
  const failed = (filter: { person?: string; address?: string }) =>
    auditHref({ action: "log_in_failed", ...filter, from, until })
  const ending = done.filter(({ ended }) => ended > 0)

  return (
    <>
      <Section
        title={t("found")}
        description={t("foundHint", { kept: duration(authentication.retention.auditMs) })}
      >
        <Card>
          <CardBody className="grid gap-8 lg:grid-cols-2">
            {done.length === 0 && <p className="text-sm text-ink-soft">{t("nothingFound")}</p>}
            {done.length > 0 && (
              <PlainTable
                caption={t("found")}
                columns={[t("action"), t("times")]}
                rows={done.map((each) => ({
                  key: each.action,
                  cells: [
                    action(each.action),
                    <NumberLink key="times" count={each.times} href={actHref(each.action)} />,
                  ],
                }))}
              />
            )}
            <div className="space-y-8 empty:hidden">
              {networks.length > 0 && (
                <PlainTable
                  caption={t("networks")}
                  columns={[t("networks"), t("failures")]}
                  rows={networks.map(({ network, failures }) => ({
                    key: network,
                    cells: [
                      <Address key="network">{network}</Address>,
                      <NumberLink key="n" count={failures} href={failed({ address: network })} />,
                    ],
                  }))}
                />
              )}
              {accounts.length > 0 && (
                <PlainTable
                  caption={t("accounts")}
                  columns={[t("accounts"), t("failures")]}
                  rows={accounts.map(({ id, email, failures }) => ({
                    key: id,
                    cells: [
                      email ? (
                        <TextLink key="person" href={`/admin/users/${id}`}>
                          {shownEmail(email)}
                        </TextLink>
                      ) : (
                        words("audit")("gone")
                      ),
                      <NumberLink key="n" count={failures} href={failed({ person: id })} />,
                    ],
                  }))}
                />
              )}
            </div>
          </CardBody>
        </Card>
      </Section>
      <Section title={t("ended")} description={t("endedHint")}>
        <Card>
          <CardBody>
            {ending.length === 0 ? (
              <p className="text-sm text-ink-soft">{t("nothingEnded")}</p>
            ) : (
              <PlainTable
                caption={t("ended")}
                columns={[t("action"), t("count")]}
                rows={ending.map((each) => ({
                  key: each.action,
                  cells: [
                    action(each.action),
                    <NumberLink key="n" count={each.ended} href={actHref(each.action)} />,
                  ],
                }))}
              />
            )}
          </CardBody>
        </Card>
      </Section>
      <ToldSection told={told} />
      <Section title={t("done")} description={t("doneHint")}>
        <EventList runs={events.map(once)} />
        {hasMore && (
          <p className="text-sm">
            <TextLink href={auditHref({ from, until })}>
              {t("doneMore", { shown: eventsShown })}
            </TextLink>
          </p>
        )}
      </Section>
    </>
  )
}
