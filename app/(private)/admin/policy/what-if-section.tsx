import { type RevocationCount, totalOf } from "log-out-everywhere"
import { choicesOf } from "@/app/(private)/admin/filter/filter"
import { FilterForm } from "@/app/(private)/admin/filter/filter-form"
import { PlainTable } from "@/components/charts/plain-table"
import { Card, CardBody } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { shownEmail } from "@/lib/names/shown-email"
import { shownCount } from "@/lib/texts/counts"
import { group, words } from "@/lib/texts/words"
import { policyPath, type WhatIfSearch } from "./search"
import { type Outcome, outcomesOf } from "./what-if"

interface WhatIfSectionProps {
  readonly search: WhatIfSearch
  /** Whom it is about, with what they hold; null if nobody is called so. */
  readonly person: {
    readonly id: string
    readonly email: string
    readonly live: RevocationCount
  } | null
}

/** Answers what a change would end for one person, by the table and by what they hold. */
export function WhatIfSection({ search, person }: WhatIfSectionProps) {
  const t = words("whatIf")
  const names = { ...group("policy", "events"), ...group("whatIf", "more") }
  const outcomes = person && search.event ? outcomesOf(search.event, person.live) : []

  return (
    <Section title={t("title")} description={t("hint")}>
      <FilterForm
        path={policyPath}
        isFiltered={search.person !== "" || search.event !== null}
        filters={[
          { label: t("person"), name: "person", value: search.person },
          {
            label: t("event"),
            name: "event",
            value: search.event ?? "",
            choices: choicesOf(names),
            anyLabel: t("choose"),
          },
        ]}
      />
      {search.person !== "" && !person && <Notice>{t("nobody")}</Notice>}
      {person && search.event && (
        <Card className="max-w-[50rem]">
          <CardBody className="space-y-4">
            <p className="text-sm font-medium wrap-break-word">
              <TextLink href={`/admin/users/${person.id}`}>{shownEmail(person.email)}</TextLink>
              <span>{`: ${names[search.event]}`}</span>
            </p>
            {totalOf(person.live) === 0 ? (
              <p className="text-sm text-ink-soft">{t("holdsNothing")}</p>
            ) : (
              outcomes.map((outcome) => <OutcomeTable key={outcome.choice} outcome={outcome} />)
            )}
          </CardBody>
        </Card>
      )}
    </Section>
  )
}

function OutcomeTable({ outcome: { choice, sparesOwn, purposes } }: { readonly outcome: Outcome }) {
  const t = words("whatIf")
  const title = choice ? t(`choices.${choice}`) : t("table")

  return (
    <div className="space-y-2">
      {choice && <h3 className="text-sm font-medium">{title}</h3>}
      <PlainTable
        caption={title}
        columns={Object.values(group("whatIf", "columns"))}
        rows={purposes.map(({ purpose, ending, staying }) => ({
          key: purpose,
          cells: [words("policy")(`purposes.${purpose}`), shownCount(ending), shownCount(staying)],
        }))}
      />
      {sparesOwn && <p className="text-[0.8125rem] text-ink-soft">{t("sparesOwn")}</p>}
    </div>
  )
}
