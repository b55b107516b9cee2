import type { JSONReport, JSONReportSpec, JSONReportSuite } from "playwright/types/testReporter"
import type { JsonTestResults } from "vitest/node"

export interface Count {
  readonly passed: number
  readonly failed: number
  /** What failed and why, a text each. */
  readonly failures: readonly string[]
}

/** A test that was left out counts as failed: whatever the reason, it showed nothing. */
export function vitestCount(json: string): Count {
  const { numTotalTests, numPassedTests, testResults }: JsonTestResults = JSON.parse(json)
  const failures = testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${name}\n${message}`] : []),
    ...assertionResults
      .filter(({ status }) => status !== "passed")
      .map((each) => [`${name}: ${each.fullName}`, ...(each.failureMessages ?? [])].join("\n")),
  ])
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests, failures }
}

/** So does one that passed at a second attempt only. */
export function playwrightCount(json: string): Count {
  const { stats, suites }: JSONReport = JSON.parse(json)
  const failures = suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))
      return [`${file}:${line}: ${title}`, ...errors.map(({ message }) => message)].join("\n")
    })
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
    failures,
  }
}

function specsOf({ specs, suites = [] }: JSONReportSuite): JSONReportSpec[] {
  return [...specs, ...suites.flatMap(specsOf)]
}

/**
 * A part without a report is one test. A part with one can still fail outside of its tests, in its
 * set-up for example, and then that is one failure more.
 */
export function partCount(name: string, isGreen: boolean, counted?: Count): Count {
  const count = counted ?? { passed: isGreen ? 1 : 0, failed: 0, failures: [] }
  if (isGreen || count.failed > 0) return count
  return { ...count, failed: 1, failures: [...count.failures, `${name}: failed, see above`] }
}
