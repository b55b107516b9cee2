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
import { Table, TableHead } from "@/components/ui/table"
import { requireAdmin } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
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
        <RuleTable
          caption={t("lifetimesTable")}
          columns={Object.values(group("policy", "columns"))}
          rows={tokenPurposes.flatMap((purpose) =>
            lifetimeRows(purpose, policy.lifetimes[purpose]),
          )}
        />
      </Section>
      <Section title={t("triggers")} description={t("triggersHint")}>
        <RuleTable
          caption={t("triggersTable")}
          columns={Object.values(group("policy", "triggerColumns"))}
          rows={triggerEvents.map((event) => [
            t(`events.${event}`),
            t(`scopes.${triggers[event].scope}`),
            purposeList(triggers[event].purposes) || t("noPurpose"),
          ])}
        />
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

interface RuleTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** What each rule is about, and then what it says. */
  readonly rows: readonly (readonly string[])[]
}

function RuleTable({ caption, columns, rows }: RuleTableProps) {
  return (
    <Card>
      <Table caption={caption}>
        <TableHead columns={columns} />
        <tbody>
          {rows.map(([what, ...cells]) => (
            <tr key={what}>
              <td className="cards:font-medium">{what}</td>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} data-label={columns[index + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

/** The person whom somebody typed, with what they hold. */
async function holderOf(typed: string) {
  const { users, tokens } = parts().stores
  const id = typed === "" ? null : await findPersonId(typed)
  const user = id && (await users.find(id))
  return user ? { id: user.id, email: user.email, live: await tokens.countLive(user.id) } : null
}
