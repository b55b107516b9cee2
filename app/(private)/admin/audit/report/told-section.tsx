import { textOf } from "@/app/text-of"
import { PlainTable } from "@/components/charts/plain-table"
import { Card, CardBody } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import type { Told } from "@/lib/db/incidents/incident"
import { shownCount } from "@/lib/texts/counts"
import { lengths } from "@/lib/texts/lengths"
import { group, words } from "@/lib/texts/words"

interface ToldSectionProps {
  readonly told: readonly Told[]
  /** How many people a bulk revocation mailed. */
  readonly people?: number | undefined
}

/** What was mailed, and how far it came. */
export function ToldSection({ told, people }: ToldSectionProps) {
  const t = words("report")
  const columns = (["written", "sent", "givenUp"] as const).map((column) => t(`columns.${column}`))

  return (
    <Section title={t("told")} description={t("toldHint", { kept: lengths.ended() })}>
      <Card>
        <CardBody className="space-y-2">
          {people !== undefined && <p className="text-sm">{t("emailed", { people })}</p>}
          {told.length > 0 ? (
            <PlainTable
              caption={t("told")}
              columns={[t("mail"), ...columns]}
              rows={told.map(({ kind, written, sent, givenUp }) => ({
                key: kind,
                cells: [
                  textOf(group("report", "mails"), kind),
                  ...[written, sent, givenUp].map((count) => shownCount(count)),
                ],
              }))}
            />
          ) : (
            people === undefined && <p className="text-sm text-ink-soft">{t("nobodyTold")}</p>
          )}
        </CardBody>
      </Card>
    </Section>
  )
}
