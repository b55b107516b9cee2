import { type RevocationCount, type Token, totalOf } from "log-out-everywhere"
import { outcomesOf } from "@/app/(private)/admin/policy/what-if"
import { hrefOf } from "@/app/(private)/admin/search-params"
import { PlainTable } from "@/components/charts/plain-table"
import { Time } from "@/components/time"
import { Card, CardBody } from "@/components/ui/card"
import { Disclosure } from "@/components/ui/disclosure"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { shownCount } from "@/lib/texts/counts"
import { group, words } from "@/lib/texts/words"

interface HoldingsProps {
  readonly userId: string
  readonly live: RevocationCount
  /** API tokens and links, each by itself. */
  readonly held: readonly Token[]
}

/** Everything that would end for a person who is logged out everywhere, and what would stay. */
export function Holdings({ userId, live, held }: HoldingsProps) {
  const t = words("user")
  const [outcome] = outcomesOf("log_out_everywhere", live)
  const kind = (purpose: Token["purpose"]) => words("policy")(`purposes.${purpose}`)

  return (
    <Section
      title={t("holdings")}
      aside={
        <TextLink href={hrefOf("/admin/policy", { person: userId })} className="text-sm">
          {words("whatIf")("title")}
        </TextLink>
      }
    >
      <Card>
        <CardBody className="space-y-3">
          {totalOf(live) === 0 ? (
            <p className="text-sm text-ink-soft">{words("whatIf")("holdsNothing")}</p>
          ) : (
            <PlainTable
              caption={t("holdings")}
              columns={Object.values(group("whatIf", "columns"))}
              rows={(outcome?.purposes ?? []).map(({ purpose, ending, staying }) => ({
                key: purpose,
                cells: [kind(purpose), shownCount(ending), shownCount(staying)],
              }))}
            />
          )}
          {held.length > 0 && (
            <Disclosure summary={<span>{t("heldTokens")}</span>}>
              <PlainTable
                caption={t("heldTokens")}
                columns={Object.values(group("user", "heldColumns"))}
                rows={held.map(({ id, purpose, name, issuedAt, expiresAt }) => ({
                  key: id,
                  cells: [
                    name === null ? kind(purpose) : <bdi key="name">{name}</bdi>,
                    <Time key="issued" at={issuedAt} />,
                    <Time key="expires" at={expiresAt} />,
                  ],
                }))}
              />
            </Disclosure>
          )}
        </CardBody>
      </Card>
    </Section>
  )
}
