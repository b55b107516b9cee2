import { tokenPurposes, triggerEvents } from "log-out-everywhere"
import type { Metadata } from "next"
import { findPersonId } from "@/app/(private)/admin/person-id"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { authentication } from "@/authentication"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { PageHeader } from "@/components/ui/page-header"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { requireAdmin } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { duration } from "@/lib/texts/lengths"
import { group, words } from "@/lib/texts/words"
import { lifetimeRows } from "./lifetime-rows"
import { otherFacts } from "./other-facts"
import { purposeList } from "./purpose-list"
import { parseSearch } from "./search"
import { WhatIfSection } from "./what-if-section"

export const generateMetadata = (): Metadata => ({ title: words("policy")("title") })

/** The resolved policy, read out in words. Nothing here is written twice. */
export default async function PolicyPage({ searchParams }: SearchProps) {
  const t = words("policy")
  await requireAdmin()
  const search = parseSearch(await searchParams)
  const person = await holderOf(search.person)
  const { policy, triggers } = authentication

  return (
    <PersonalPage rooms={["filterForm"]} width="wide">
      <PageHeader title={t("title")} description={t("description")} />
      <WhatIfSection search={search} person={person} />
      <Section title={t("lifetimes")} description={t("lifetimesHint")}>
        <Card>
          <Table caption={t("lifetimesTable")}>
            <thead>
              <tr>
                {Object.values(group("policy", "columns")).map((column) => (
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
                    <td data-label={t("columns.inactivity")}>
                      {duration(lifetime.inactivityTimeoutMs)}
                    </td>
                    <td data-label={t("columns.maximum")}>
                      {duration(lifetime.maximumLifetimeMs)}
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </Table>
        </Card>
      </Section>
      <Section title={t("triggers")} description={t("triggersHint")}>
        <Card>
          <Table caption={t("triggersTable")}>
            <thead>
              <tr>
                {Object.values(group("policy", "triggerColumns")).map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {triggerEvents.map((event) => (
                <tr key={event}>
                  <td className="cards:font-medium">{t(`events.${event}`)}</td>
                  <td data-label={t("triggerColumns.scope")}>
                    {t(`scopes.${triggers[event].scope}`)}
                  </td>
                  <td data-label={t("triggerColumns.purposes")}>
                    {purposeList(triggers[event].purposes) || t("noPurpose")}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      </Section>
      <Section title={t("rest")}>
        <Card>
          <CardBody>
            <Facts facts={otherFacts(authentication)} />
          </CardBody>
        </Card>
      </Section>
    </PersonalPage>
  )
}

/** The person whom somebody typed, with what they hold. */
async function holderOf(typed: string) {
  const { users, tokens } = parts().stores
  const id = typed === "" ? null : await findPersonId(typed)
  const user = id && (await users.find(id))
  return user ? { id: user.id, email: user.email, live: await tokens.countLive(user.id) } : null
}
