import type { ServerResponse } from "node:http"
import { expect, onTestFinished, test } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { doorUnderTest } from "./door-under-test"
import { shares } from "./shares"

test("a stream that has begun gives its turn back", async () => {
  const begun: ServerResponse[] = []
  const door = await doorUnderTest({}, (_, response) => {
    response.setHeader("Content-Type", "text/event-stream; charset=utf-8")
    response.write(": \n\n")
    begun.push(response)
  })
  onTestFinished(door.close)
  const startedAt = performance.now()
  const streams = Array.from({ length: shares.person.read.atOnce + 10 }, () =>
    fetch(`${door.address}/api/live`, { headers: { cookie: `${sessionCookieName}=ann` } }),
  )
  await Promise.all(streams)
  // After so long anything gives it back.
  expect(performance.now() - startedAt).toBeLessThan(shares.maxTurnMs)
  expect(begun).toHaveLength(streams.length)
})
