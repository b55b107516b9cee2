import { ExactTime } from "@/components/time"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { providerName } from "@/lib/auth/providers/providers"
import { shownEmail } from "@/lib/names/shown-email"
import { listed } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"
import type { ProviderAccount, User } from "@/lib/users/ports/user"

interface UserFactsProps {
  readonly user: User
  readonly accounts: readonly ProviderAccount[]
}

export function UserFacts({ user, accounts }: UserFactsProps) {
  const t = words("user")
  const tUsers = words("users")
  const { id, email, role, disabledAt, createdAt, hasPassword } = user
  const ways = [
    ...(hasPassword ? [words("session")("methods.password")] : []),
    ...accounts.map(({ provider }) => providerName(provider)),
  ]

  return (
    <Section title={t("about")}>
      <Card>
        <CardBody>
          <Facts
            isShort
            facts={[
              { term: t("facts.email"), value: user.name ? null : shownEmail(email) },
              { term: t("facts.role"), value: tUsers(`roles.${role}`) },
              {
                term: t("facts.state"),
                value: disabledAt ? tUsers("states.disabled") : tUsers("states.enabled"),
              },
              { term: t("facts.since"), value: disabledAt && <ExactTime at={disabledAt} /> },
              { term: t("facts.joined"), value: <ExactTime at={createdAt} /> },
              {
                term: t("facts.ways"),
                value: ways.length > 0 ? listed(currentLanguage(), ways) : t("facts.noWayIn"),
              },
              { term: t("facts.id"), value: <span className="font-mono text-xs">{id}</span> },
            ]}
          />
        </CardBody>
      </Card>
    </Section>
  )
}
