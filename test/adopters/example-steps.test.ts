import { expect, test } from "vitest"
import { linesOfSteps } from "./example-steps"

test("the steps are few: what is printed is one screen, and what is typed is less", () => {
  const { printed, typed, removed } = linesOfSteps()
  expect(Object.keys(printed)).toEqual([
    "sessions.ts",
    "app/account/devices/page.tsx",
    "app/account/devices/actions.ts",
  ])
  expect(typed).toBeLessThanOrEqual(20)
  expect((printed["sessions.ts"] ?? 0) + typed + removed).toBeLessThan(40)
})
