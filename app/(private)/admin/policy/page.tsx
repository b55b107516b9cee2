import { tokenPurposes, triggerEvents } from "log-out-everywhere"
import type { Metadata } from "next"
import { PersonalPage } from "@/app/personal-page"
import { authentication } from "@/authentication"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { PageHeader } from "@/components/ui/page-header"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
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
          <Table caption={words.lifetimesTable}>
            <thead>
              <tr>
                {Object.values(words.columns).map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tokenPurposes.flatMap((purpose) =>
                lifetimeRows(purpose, policy.lifetimes[purpose]).map(({ what, lifetime }) => (
                  <tr key={what}>
                    <td className="cards:font-medium">{what}</td>
                    <td data-label={words.columns.inactivity}>
                      {words.duration(lifetime.inactivityTimeoutMs)}
                    </td>
                    <td data-label={words.columns.maximum}>
                      {words.duration(lifetime.maximumLifetimeMs)}
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </Table>
        </Card>
      </Section>
      <Section title={words.triggers} description={words.triggersHint}>
        <Card>
          <Table caption={words.triggersTable}>
            <thead>
              <tr>
                {Object.values(words.triggerColumns).map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {triggerEvents.map((event) => (
                <tr key={event}>
                  <td className="cards:font-medium">{words.events[event]}</td>
                  <td data-label={words.triggerColumns.scope}>
                    {words.scopes[triggers[event].scope]}
                  </td>
                  <td data-label={words.triggerColumns.purposes}>
                    {words.purposeList(triggers[event].purposes)}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
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
