import type { ReactNode } from "react"

interface FactsProps {
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[]
}

/** Terms and what they come to, as a definition list. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="grid gap-x-6 gap-y-2 text-[0.8125rem] sm:grid-cols-[auto_minmax(0,1fr)]">
      {facts.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="text-ink-faint max-sm:mt-1">{term}</dt>
          <dd className="wrap-anywhere text-ink-soft">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
