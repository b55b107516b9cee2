import { expect, onTestFinished, test } from "vitest"
import { answerLive } from "./answer.ts"
import { memoryBus } from "./memory-bus.ts"
import type { Presence } from "./presence.ts"
import { type LiveStreams, liveStreams, type StreamsOptions } from "./streams.ts"

const ann = { id: "hers", userId: "ann" }

function given(options: Partial<StreamsOptions> = {}) {
  const bus = memoryBus()
  const found = new Map<string, Presence>([["hers", { isLive: true, endsInMs: 60_000 }]])
  const lease = { holds: () => true }
  const streams = liveStreams({ bus, lease, find: async () => found, ...options })
  onTestFinished(streams.stop)
  return { bus, found, streams }
}

test.each([
  ["a poll of a live session", "*/*", ann, {}, 204],
  ["a poll without a session", "*/*", null, {}, 401],
  ["a stream without a session", "text/event-stream", null, {}, 401],
  ["a stream of a live session", "text/event-stream", ann, {}, 200],
  ["one too many", "text/event-stream", ann, { maxPerSession: 0 }, 429],
  ["one more than the process has room for", "text/event-stream", ann, { maxStreams: 0 }, 503],
  ["one that would hear nothing", "text/event-stream", ann, { lease: { holds: () => false } }, 503],
] as const)("%s is answered as it should be", async (_, accept, session, options, status) => {
  const { streams } = given(options)
  const answer = ask(streams, accept, session)
  expect(answer.status).toBe(status)
  expect(answer.headers.get("cache-control")).toMatch(/^no-store/)
  expect(answer.headers.get("retry-after")).toBe(status > 401 ? "30" : null)
})

test("the answer is a stream that nothing in between may keep, and that is forgotten when its client goes", async () => {
  const { streams, found, bus } = given()
  const answer = ask(streams, "text/event-stream", ann)
  expect(Object.fromEntries(answer.headers)).toEqual({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  })
  await answer.body?.cancel()
  expect(streams.size).toBe(0)

  const other = ask(streams, "text/event-stream", ann)
  found.delete("hers")
  await bus.announce({ kind: "owner", userId: "ann" })
  expect(await other.text()).toMatch(/^retry: \d+\n\nevent: ended\ndata: ended\n\n$/)
})

function ask(streams: LiveStreams, accept: string, session: typeof ann | null) {
  const request = new Request("https://app.example/api/live", { headers: { accept } })
  return answerLive(streams, request, session)
}
