import { tokenPurposes, triggerEvents } from "log-out-everywhere"
import type { Metadata } from "next"
import { PersonalPage } from "@/app/personal-page"
import { authentication } from "@/authentication"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { PageHeader } from "@/components/ui/page-header"
import { Section } from "@/components/ui/section"
import { StackedTable } from "@/components/ui/stacked-table"
import { Cell, HeadCell, Row } from "@/components/ui/table"
import { requireAdmin } from "@/lib/auth/viewer"
import { texts } from "@/lib/texts"
import { lifetimeRows } from "./lifetime-rows"
import { otherFacts } from "./other-facts"

const words = texts.policy

export const metadata: Metadata = { title: words.title }

/** The resolved policy, read out in words. Nothing here is written twice. */
export default async function PolicyPage() {
  await requireAdmin()
  const { policy, triggers } = authentication

  return (
    <PersonalPage width="wide">
      <PageHeader title={words.title} description={words.description} />
      <Section title={words.lifetimes} description={words.lifetimesHint}>
        <Card>
          <StackedTable caption={words.lifetimesTable}>
            <thead>
              <tr>
                {Object.values(words.columns).map((column) => (
                  <HeadCell key={column}>{column}</HeadCell>
                ))}
              </tr>
            </thead>
            <tbody>
              {tokenPurposes.flatMap((purpose) =>
                lifetimeRows(purpose, policy.lifetimes[purpose]).map(({ what, lifetime }) => (
                  <Row key={what}>
                    <Cell className="max-md:font-medium">{what}</Cell>
                    <Cell data-label={words.columns.inactivity}>
                      {words.duration(lifetime.inactivityTimeoutMs)}
                    </Cell>
                    <Cell data-label={words.columns.maximum}>
                      {words.duration(lifetime.maximumLifetimeMs)}
                    </Cell>
                  </Row>
                )),
              )}
            </tbody>
          </StackedTable>
        </Card>
      </Section>
      <Section title={words.triggers} description={words.triggersHint}>
        <Card>
          <StackedTable caption={words.triggersTable}>
            <thead>
              <tr>
                {Object.values(words.triggerColumns).map((column) => (
                  <HeadCell key={column}>{column}</HeadCell>
                ))}
              </tr>
            </thead>
            <tbody>
              {triggerEvents.map((event) => (
                <Row key={event}>
                  <Cell className="max-md:font-medium">{words.events[event]}</Cell>
                  <Cell data-label={words.triggerColumns.scope}>
                    {words.scopes[triggers[event].scope]}
                  </Cell>
                  <Cell data-label={words.triggerColumns.purposes}>
                    {words.purposeList(triggers[event].purposes)}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </StackedTable>
        </Card>
      </Section>
      <Section title={words.rest}>
        <Card>
          <CardBody>
            <Facts facts={otherFacts(authentication)} />
          </CardBody>
        </Card>
      </Section>
    </PersonalPage>
  )
}
