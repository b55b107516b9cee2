import { z } from "zod"

export interface Count {
  readonly passed: number
  readonly failed: number
}

const Vitest = z.object({ numTotalTests: z.number(), numPassedTests: z.number() })
const Playwright = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/** A test that was left out counts as failed: whatever the reason, it showed nothing. */
export function vitestCount(report: unknown): Count {
  const { numTotalTests, numPassedTests } = Vitest.parse(report)
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests }
}

/** So does one that passed at a second attempt only. */
export function playwrightCount(report: unknown): Count {
  const { expected, unexpected, flaky, skipped } = Playwright.parse(report).stats
  return { passed: expected, failed: unexpected + flaky + skipped }
}

/**
 * A part without a report is one test. A part with one can still fail outside of its tests, in its
 * set-up for example, and then that is one failure more.
 */
export function partCount(isGreen: boolean, counted: Count | undefined): Count {
  const { passed, failed } = counted ?? { passed: isGreen ? 1 : 0, failed: 0 }
  return { passed, failed: failed === 0 && !isGreen ? 1 : failed }
}
