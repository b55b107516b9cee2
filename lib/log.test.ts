import { expect, test } from "vitest"
import { createLog } from "./log"

test("what authenticates somebody is not written to the log", () => {
  const lines: string[] = []
  const log = createLog("info", { write: (line) => lines.push(line) })

  log.info({ password: "lantern", user: { sessionToken: "lantern", name: "Ann" } }, "one")
  log.info({ headers: { cookie: "a=lantern", "set-cookie": ["a=lantern"], host: "x" } }, "two")
  log.info({ request: { headers: { authorization: "lantern" } }, token: "lantern" }, "three")

  expect(lines.join("")).not.toContain("lantern")
  expect(lines.join("")).toContain("Ann")
})

test("the level decides what is written", () => {
  const lines: string[] = []
  const log = createLog("warn", { write: (line) => lines.push(line) })

  log.info("quiet")
  log.warn("loud")

  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["loud"])
})
