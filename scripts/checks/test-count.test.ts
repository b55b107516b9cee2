import { expect, test } from "vitest"
import { type Count, partCount, playwrightCount, vitestCount } from "./test-count"

test("a unit test that failed or was left out counts as failed, and is named with its reason", () => {
  const assertionResults = [
    { status: "passed", fullName: "good", failureMessages: [] },
    { status: "failed", fullName: "bad", failureMessages: ["1 is not 2"] },
    { status: "skipped", fullName: "left out", failureMessages: [] },
  ]
  const testResults = [
    { name: "a.test.ts", message: "", assertionResults },
    { name: "b.test.ts", message: "no such module", assertionResults: [] },
  ]
  expect(vitestCount(JSON.stringify({ numTotalTests: 3, numPassedTests: 1, testResults }))).toEqual(
    {
      passed: 1,
      failed: 2,
      failures: ["a.test.ts: bad\n1 is not 2", "a.test.ts: left out", "b.test.ts\nno such module"],
    },
  )
})

test("so is a browser test, in whatever group it stands", () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }
  const tests = [{ results: [{ errors: [{ message: "timed out" }] }] }]
  const good = { title: "good", ok: true, file: "a.spec.ts", line: 3, tests: [] }
  const bad = { title: "bad", ok: false, file: "a.spec.ts", line: 9, tests }
  const suites = [{ specs: [good], suites: [{ specs: [bad] }] }]
  expect(playwrightCount(JSON.stringify({ stats, suites }))).toEqual({
    passed: 4,
    failed: 3,
    failures: ["a.spec.ts:9: bad\ntimed out"],
  })
})

const green: Count = { passed: 7, failed: 0, failures: [] }
const red: Count = { passed: 7, failed: 2, failures: ["a", "b"] }

test.each([
  ["a green part without a report is one pass", true, undefined, 1, 0, []],
  [
    "a red part without a report is one failure",
    false,
    undefined,
    0,
    1,
    ["lint: failed, see above"],
  ],
  ["a green part counts its tests", true, green, 7, 0, []],
  ["a red part counts its tests", false, red, 7, 2, ["a", "b"]],
  [
    "a part that failed outside of its tests is not green",
    false,
    green,
    7,
    1,
    ["lint: failed, see above"],
  ],
] as const)("%s", (_, isGreen, counted, passed, failed, failures) => {
  expect(partCount("lint", isGreen, counted)).toEqual({ passed, failed, failures })
})
