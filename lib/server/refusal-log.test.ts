import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { createLog } from "@/lib/log"
import { refusalLog } from "./refusal-log"

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] })
})
afterEach(() => {
  vi.useRealTimers()
})

test("a reason that comes a thousand times fills ten lines a minute, and is counted", () => {
  const lines: Record<string, unknown>[] = []
  const logRefusal = refusalLog(
    createLog("info", { write: (line) => lines.push(JSON.parse(line)) }),
  )
  for (let each = 0; each < 1_000; each++) logRefusal("malformed")
  logRefusal("url")
  expect(lines).toHaveLength(11)
  expect(lines.at(-1)).toMatchObject({ reason: "url", status: 414 })

  vi.advanceTimersByTime(60_000)
  expect(lines.slice(11)).toMatchObject([{ reason: "malformed", more: 990 }])
  logRefusal("malformed")
  expect(lines.at(-1)).toMatchObject({ reason: "malformed", msg: "request refused" })
})
