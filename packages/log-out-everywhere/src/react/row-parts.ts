import type { ReactNode } from "react"
import type { SessionAct, SessionActProps } from "./acts.tsx"
import type { Clock } from "./times.ts"
import type { SessionListWords } from "./words.ts"

/** What every row of one list is given. */
export interface RowParts {
  readonly words: SessionListWords
  readonly clock: Clock
  readonly isExact: boolean
  readonly renderAct: (act: SessionActProps) => ReactNode
  readonly offers: (act: SessionAct) => boolean
}
