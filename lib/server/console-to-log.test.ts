import { expect, test } from "vitest"
import { createLog } from "@/lib/log"
import { inRequest } from "@/lib/request-context"
import { sendToLog } from "./console-to-log"

const request = { id: "3f9c0a1b2d4e5f60", method: "POST", path: "/login" }

function listen() {
  const lines: string[] = []
  const reporter = { error() {}, warn() {} } as Pick<Console, "error" | "warn">
  const log = createLog("warn", { write: (line) => lines.push(line) })
  sendToLog(reporter, log, ({ message }) => message === "no database")
  return { reporter, lines, read: () => lines.map((line) => JSON.parse(line)) }
}

test("an error that Next reports is a line with its words, its place and its request", () => {
  const { reporter, read } = listen()
  const error = Object.assign(new TypeError("name is not a function"), { digest: "1234" })
  inRequest(request, () => reporter.error("\u2a2f", error))

  expect(read()).toMatchObject([
    {
      level: 50,
      request: request.id,
      method: "POST",
      path: "/login",
      error: { type: "TypeError", message: "name is not a function" },
    },
  ])
  expect(read()[0].error.stack).toContain("console-to-log.test.ts")
})

test("its digest becomes the request's id, which the person's page shows, and it is told once", () => {
  const { reporter, lines } = listen()
  const error = Object.assign(new Error("broken"), { digest: "1234" })
  inRequest(request, () => {
    reporter.error(error)
    reporter.error(error)
    reporter.error(Object.assign(new Error("in other words"), { digest: error.digest }))
  })
  expect(error.digest).toBe(request.id)
  expect(lines).toHaveLength(1)

  inRequest({ ...request, id: "another" }, () => reporter.error(error))
  expect(lines).toHaveLength(2)
})

test("the digest of an outage says so, and it is told once too", () => {
  const { reporter, lines } = listen()
  const error = new Error("no database")
  inRequest(request, () => {
    reporter.error(error)
    reporter.error(error)
  })
  expect(error).toHaveProperty("digest", `outage-${request.id}`)
  expect(lines).toHaveLength(1)
})

test("what a client sent forges no line and does not come out of the words", () => {
  const { reporter, lines, read } = listen()
  const text = '"lantern"\n{"level":60,"msg":"forged"}'
  reporter.error(new SyntaxError(text))
  reporter.error("`host` header with value `lantern harbor`")
  reporter.warn(`code ${"lantern".repeat(10)}`)

  expect(read().map(({ level }) => level)).toEqual([50, 50, 40])
  expect(lines.join("")).not.toMatch(/lantern|forged/)
})
