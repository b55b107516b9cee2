import { afterEach, expect, onTestFinished, test, vi } from "vitest"
import { memoryBus } from "./memory-bus.ts"
import type { Presence } from "./presence.ts"
import { liveStreams, type StreamsOptions } from "./streams.ts"

afterEach(() => vi.useRealTimers())

const live = { isLive: true, endsInMs: 60_000 } as const
const ann = { id: "hers", userId: "ann" }

/** Streams over a store that answers what it is told to. */
async function given(options: Partial<StreamsOptions> = {}) {
  vi.useFakeTimers()
  const bus = memoryBus()
  const found = new Map<string, Presence>([
    ["hers", live],
    ["his", live],
  ])
  const asked: string[][] = []
  const line = { holds: () => true }
  const streams = liveStreams({
    bus,
    lease: { holds: () => line.holds() },
    async find(ids) {
      asked.push([...ids])
      return found
    },
    ...options,
  })
  onTestFinished(streams.stop)
  const ear = (session = ann) => {
    const told: string[] = []
    const sink = { write: (text: string) => told.push(text), end: () => told.push("end") }
    return { told, opened: streams.open(session, sink) }
  }
  await pass(0)
  asked.length = 0
  return { bus, found, asked, streams, ear, line }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const retry = expect.stringMatching(/^retry: \d{4}\n\n$/)
const changed = "event: changed\ndata: own\n\n"
const ended = (reason: string) => [`event: ended\ndata: ${reason}\n\n`, "end"]

test("an end that is announced is told with its reason, to its session alone, and the other hears that it may look", async () => {
  const { bus, found, ear, streams } = await given()
  const [hers, others] = [ear(), ear({ id: "other", userId: "ann" })]
  found.set("other", live)
  await pass(0)
  found.set("hers", { isLive: false, reason: "revoked_by_user" })
  await bus.announce({ kind: "owner", userId: "ann" })
  await pass(0)
  expect(hers.told).toEqual([retry, ...ended("revoked_by_user")])
  expect(others.told).toEqual([retry, changed])
  expect(streams.size).toBe(1)
})

test("another person's end is no business of a stream, and costs it nothing", async () => {
  const { bus, asked, ear } = await given()
  const { told } = ear()
  await pass(0)
  await bus.announce({ kind: "owner", userId: "ben" })
  await bus.announce({ kind: "beat", from: "here" })
  await bus.announce({ kind: "purpose", purpose: "api" })
  await pass(5_000)
  expect(told).toEqual([retry])
  expect(asked).toEqual([["hers"]])
})

test.each([
  ["the generation of sessions is raised", { kind: "purpose", purpose: "session" }],
  ["a table is emptied", { kind: "everybody" }],
] as const)("when %s, all are looked at together", async (_, announcement) => {
  const { bus, asked, ear } = await given()
  ear()
  ear({ id: "his", userId: "ben" })
  await pass(0)
  asked.length = 0
  await bus.announce(announcement)
  await pass(0)
  expect(asked).toEqual([["hers", "his"]])
})

test("a session that ended before its stream began is told so", async () => {
  const { found, ear } = await given()
  found.delete("hers")
  const { told } = ear()
  await pass(0)
  expect(told).toEqual([retry, ...ended("ended")])
})

test("what was announced just before a stream began, its page may not show yet", async () => {
  const { bus, ear } = await given()
  await bus.announce({ kind: "owner", userId: "ann" })
  await pass(2_999)
  const [early, others] = [ear(), ear({ id: "his", userId: "ben" })]
  await pass(1)
  const late = ear()
  await pass(0)
  expect([early, others, late].map(({ told }) => told)).toEqual([
    [retry, changed],
    [retry],
    [retry],
  ])
})

test("what is announced while it is looked at is looked at once more", async () => {
  const answers: ((found: ReadonlyMap<string, Presence>) => void)[] = []
  const { bus, ear } = await given({ find: () => new Promise((resolve) => answers.push(resolve)) })
  const { told } = ear()
  await bus.announce({ kind: "owner", userId: "ann" })
  answers[0]?.(new Map([["hers", live]]))
  await pass(0)
  answers[1]?.(new Map([["hers", { isLive: false, reason: "reported" }]]))
  await pass(0)
  expect(told).toEqual([retry, ...ended("reported")])
})

test("at its deadline it is looked at again: one that was moved goes on, and one that came ends the stream", async () => {
  const { found, asked, ear } = await given()
  const { told } = ear()
  await pass(0)
  asked.length = 0
  await pass(59_000)
  expect(asked).toEqual([])
  await pass(1_000)
  expect(asked).toEqual([["hers"]])
  found.set("hers", { isLive: false, reason: "idle" })
  await pass(60_000)
  expect(told.filter((text) => !text.startsWith(":"))).toEqual([retry, ...ended("idle")])
})

test("those who list everyone's sessions hear of anyone's, once a second at most; others do not", async () => {
  const { bus, found, ear } = await given()
  found.set("admins", { ...live, hearsEveryone: true })
  const [admin, hers] = [ear({ id: "admins", userId: "root" }), ear()]
  await pass(0)
  for (const userId of ["ben", "cleo"]) await bus.announce({ kind: "owner", userId })
  await pass(1_000)
  expect(admin.told).toEqual([retry, "event: changed\ndata: everyone\n\n"])
  expect(hers.told).toEqual([retry])
})

test("a heartbeat comes every 15 seconds", async () => {
  const { ear } = await given()
  const { told } = ear()
  await pass(30_000)
  expect(told).toEqual([retry, ": \n\n", ": \n\n"])
})

test("there is no stream without a line, and those that there are end with it", async () => {
  const { line, ear } = await given()
  const { told } = ear()
  await pass(0)
  line.holds = () => false
  expect(ear().opened).toBe("cannot_listen")
  await pass(15_000)
  expect(told).toEqual([retry, retry, "end"])
})

test("streams of which nobody can tell whether they live end, and their pages ask", async () => {
  const { ear } = await given({ find: () => Promise.reject(new Error("The database is away.")) })
  const { told } = ear()
  await pass(0)
  expect(told).toEqual([retry, retry, "end"])
})

test("a stop sends each away after a while of its own, and begins no more", async () => {
  const { streams, ear } = await given()
  const many = Array.from({ length: 8 }, () => ear().told)
  streams.stop()
  for (const told of many) expect(told).toEqual([retry, retry, "end"])
  expect(new Set(many.map((told) => told[1])).size).toBeGreaterThan(1)
  expect(ear().opened).toBe("cannot_listen")
})

test("a session has a bound, and the process another; one that has gone makes room", async () => {
  const { ear } = await given({ maxPerSession: 2, maxStreams: 3 })
  const [first] = [ear(), ear()]
  expect(ear().opened).toBe("too_many")
  expect(ear({ id: "his", userId: "ben" }).opened).toBeInstanceOf(Function)
  expect(ear({ id: "others", userId: "cleo" }).opened).toBe("full")
  if (typeof first?.opened === "function") first.opened()
  expect(ear().opened).toBeInstanceOf(Function)
})
