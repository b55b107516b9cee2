import { expect, test } from "vitest"
import { partCount, playwrightCount, vitestCount } from "./test-count"

test("a test that was left out counts as failed", () => {
  expect(vitestCount({ numTotalTests: 5, numPassedTests: 3 })).toEqual({ passed: 3, failed: 2 })
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }
  expect(playwrightCount({ stats })).toEqual({ passed: 4, failed: 3 })
})

test.each([
  ["a green part without a report is one pass", true, undefined, 1, 0],
  ["a red part without a report is one failure", false, undefined, 0, 1],
  ["a green part counts its tests", true, { passed: 7, failed: 0 }, 7, 0],
  ["a red part counts its tests", false, { passed: 7, failed: 2 }, 7, 2],
  ["a part that failed outside of its tests is not green", false, { passed: 7, failed: 0 }, 7, 1],
] as const)("%s", (_, isGreen, counted, passed, failed) => {
  expect(partCount(isGreen, counted)).toEqual({ passed, failed })
})
