import clsx from "clsx"
import type { ReactNode } from "react"

export interface Fact {
  readonly term: string
  readonly value: ReactNode
}

interface FactsProps {
  /** One whose value is null is left out. */
  readonly facts: readonly Fact[]
  /** The terms are so short that both fit in a line of a phone. */
  readonly isShort?: boolean
}

/** Terms and what they come to, as a definition list. */
export function Facts({ facts, isShort = false }: FactsProps) {
  return (
    <dl
      className={clsx(
        "grid gap-x-6 gap-y-2 text-[0.8125rem]",
        isShort ? "grid-cols-[auto_minmax(0,1fr)]" : "sm:grid-cols-[auto_minmax(0,1fr)]",
      )}
    >
      {facts
        .filter(({ value }) => value !== null)
        .map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className={clsx("text-ink-faint", !isShort && "max-sm:mt-1")}>{term}</dt>
            <dd className="wrap-anywhere text-ink-soft">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
