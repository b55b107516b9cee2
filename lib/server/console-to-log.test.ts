import { expect, test } from "vitest"
import { createLog } from "@/lib/log"
import { sendToLog } from "./console-to-log"

test("what Next says on the console is one line of the log, without a client's text", () => {
  const lines: string[] = []
  const reporter = { error() {}, warn() {} } as Pick<Console, "error" | "warn">
  sendToLog(reporter, createLog("warn", { write: (line) => lines.push(line) }))

  const text = 'lantern\n{"level":60,"msg":"forged"}'
  reporter.error("\u2a2f", Object.assign(new SyntaxError(text), { digest: "1234" }))
  reporter.error(text)
  reporter.warn(text)

  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 50, type: "SyntaxError", digest: "1234" },
    { level: 50 },
    { level: 40 },
  ])
  expect(lines.join("")).not.toMatch(/lantern|forged/)
})
