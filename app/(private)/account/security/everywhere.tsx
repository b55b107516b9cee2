import { ActForm } from "@/components/acts/act-form"
import { Section } from "@/components/ui/section"
import { texts } from "@/lib/texts"
import type { RevocationCount, TokenPurpose } from "@/lib/tokens"
import { logOutEverywhereAction } from "./actions"

interface EverywhereProps {
  readonly live: RevocationCount
  /** What *Log out everywhere* ends. */
  readonly purposes: readonly TokenPurpose[]
}

const words = texts.security

/** Apart from the list and plainer, for it ends this device too. */
export function Everywhere({ live, purposes }: EverywhereProps) {
  const counts = texts.session.counts(
    Object.fromEntries(purposes.map((purpose) => [purpose, live[purpose] ?? 0])),
  )

  return (
    <Section title={words.everywhere} description={words.everywhereBody(counts)}>
      <ActForm
        action={logOutEverywhereAction}
        label={words.everywhere}
        confirm={{
          title: words.everywhereTitle,
          body: words.everywhereBody(counts),
          label: words.everywhere,
        }}
      />
    </Section>
  )
}
