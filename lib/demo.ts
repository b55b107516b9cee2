import { processWide } from "./process-wide"

/** What the demo shows of itself. */
export interface Demo {
  /** The people to log in as, by what the demo calls them. */
  readonly people: Readonly<Record<SampleName, { readonly name: string; readonly email: string }>>
  readonly password: string
}

export const sampleNames = ["admin", "ann", "bob"] as const

export type SampleName = (typeof sampleNames)[number]

/**
 * Null but in a process that `npm run demo` has started.
 *
 * No setting says so: one can be copied to where real people are, and there it would open their accounts.
 */
export const demo = (): Demo | null => kept.demo

/** For scripts/demo.ts alone. */
export function runAsDemo(shown: Demo): void {
  kept.demo = shown
}

const kept = processWide<{ demo: Demo | null }>("demo", () => ({ demo: null }))
