import { expect, test } from "vitest"
import { linesOfSteps } from "./example-steps"

test("the steps are few: what is printed is one screen, and what is typed is less", () => {
  const { printed, typed, removed } = linesOfSteps()
  expect(Object.keys(printed)).toEqual([
    "sessions.ts",
    "app/account/devices/page.tsx",
    "app/account/devices/actions.ts",
    "app/api/live/route.ts",
    "app/leave-with-session.tsx",
  ])
  expect(typed).toBeLessThanOrEqual(32)
  expect((printed["sessions.ts"] ?? 0) + typed + removed).toBeLessThan(55)
})
