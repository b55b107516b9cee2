import { sessionsHref } from "@/app/(private)/admin/sessions/search"
import { ExactTime } from "@/components/time"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { TextLink } from "@/components/ui/text-link"
import type { SweepView } from "@/lib/db/desk/sweep-view"
import { called } from "@/lib/names/called"
import { countsOf } from "@/lib/texts/counts"
import { listed } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"
import { filterInWords } from "@/lib/users/admin/sweep/filter-in-words"
import type { FoundPerson } from "@/lib/users/ports/sweeps"

export function SweepFacts({ view: { sweep, people } }: { readonly view: SweepView }) {
  const t = words("sweep")
  const { query, summary, madeAt, byId, operator, reason, isMailed, told } = sweep
  const nameOf = (id: string) => {
    const person = people.get(id)
    return person ? called(person) : id
  }
  const named = (found: readonly FoundPerson[]) =>
    listed(
      currentLanguage(),
      found.map(({ userId, tokens }) => t("person", { person: nameOf(userId), count: tokens })),
    )

  return (
    <Card>
      <CardBody>
        <Facts
          facts={[
            { term: t("found"), value: `${countsOf(summary.purposes)}. ${t("spared")}` },
            {
              term: t("filter"),
              value: (
                <TextLink href={sessionsHref({ query })}>
                  {filterInWords(query) || t("everything")}
                </TextLink>
              ),
            },
            { term: t("people"), value: t("peopleCount", { count: summary.people }) },
            { term: t("most"), value: named(summary.most) },
            {
              term: t("administrators"),
              value: named(summary.administrators) || t("noAdministrators"),
            },
            { term: t("previewed"), value: <ExactTime at={madeAt} /> },
            { term: t("by"), value: byId ? nameOf(byId) : t("operator", { name: operator ?? "" }) },
            { term: t("reason"), value: reason || null },
            { term: t("emailed"), value: isMailed ? t("peopleCount", { count: told }) : null },
          ]}
        />
      </CardBody>
    </Card>
  )
}
