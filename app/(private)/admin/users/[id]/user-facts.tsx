import { ExactTime } from "@/components/time"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { providerName } from "@/lib/auth/providers/providers"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { listed } from "@/lib/texts/format"
import type { ProviderAccount, User } from "@/lib/users/ports/user"

interface UserFactsProps {
  readonly user: User
  readonly accounts: readonly ProviderAccount[]
}

const words = texts.admin.user.facts
const { roles, states } = texts.admin.users

export function UserFacts({ user, accounts }: UserFactsProps) {
  const { id, email, role, disabledAt, createdAt, hasPassword } = user
  const ways = [
    ...(hasPassword ? [texts.session.methods.password ?? ""] : []),
    ...accounts.map(({ provider }) => providerName(provider)),
  ]

  return (
    <Section title={texts.admin.user.about}>
      <Card>
        <CardBody>
          <Facts
            facts={[
              { term: words.email, value: shownEmail(email) },
              { term: words.role, value: roles[role] },
              { term: words.state, value: disabledAt ? states.disabled : states.enabled },
              ...(disabledAt ? [{ term: words.since, value: <ExactTime at={disabledAt} /> }] : []),
              { term: words.joined, value: <ExactTime at={createdAt} /> },
              { term: words.ways, value: ways.length > 0 ? listed(ways) : words.noWayIn },
              { term: words.id, value: <span className="font-mono text-xs">{id}</span> },
            ]}
          />
        </CardBody>
      </Card>
    </Section>
  )
}
