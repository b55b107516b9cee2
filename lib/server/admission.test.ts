import type { RequestListener } from "node:http"
import { afterEach, expect, test } from "vitest"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { doorUnderTest } from "./door-under-test"
import { shares } from "./shares"

const { person, network, everyone } = shares
const room = ({ atOnce, waiting }: { atOnce: number; waiting: number }) => atOnce + waiting

/** What stands behind the door, and answers when it is told to. */
function app() {
  const held: (() => void)[] = []
  const paths: string[] = []
  let isOpen = false
  let max = 0
  let underWay = 0
  const answer: RequestListener = (request, response) => {
    paths.push(request.url ?? "")
    underWay++
    max = Math.max(max, underWay)
    const end = () => {
      underWay--
      response.end("done")
    }
    request.resume()
    if (isOpen) end()
    else held.push(end)
  }
  return {
    answer,
    max: () => max,
    underWay: () => underWay,
    paths: () => paths,
    open() {
      isOpen = true
      for (const end of held) end()
    },
  }
}

const opened: { close: () => void }[] = []
afterEach(() => {
  for (const door of opened.splice(0)) door.close()
})

async function setUp() {
  const behind = app()
  const door = await doorUnderTest({ trustedProxyHops: 1 }, behind.answer)
  opened.push(door)
  const ask = (
    path: string,
    { method = "GET", cookie = "", bearer = "", from = "192.0.2.1", accept = "text/html" } = {},
  ) =>
    fetch(door.address + path, {
      method,
      headers: {
        "X-Forwarded-For": from,
        accept,
        ...(cookie && { cookie: `a=b; ${sessionCookieName}=${cookie}` }),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
    })
  return { behind, ask, address: door.address }
}

function statuses(answers: readonly Response[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

test.each([
  ["acts of one session", { method: "POST", cookie: "ann" }, person.act],
  ["acts of one API token", { method: "POST", bearer: "loe_ann" }, person.act],
  ["acts of one network", { method: "POST" }, network.act],
  ["reads of one session", { cookie: "ann" }, person.read],
])("%s: its share is let in, and the rest is told to come back", async (_, how, share) => {
  const { behind, ask } = await setUp()
  const refused: Response[] = []
  const asked = Array.from({ length: room(share) + 30 }, () =>
    ask("/x", how).then((answer) => {
      if (answer.status === 429) refused.push(answer)
      return answer
    }),
  )
  await expect.poll(() => refused.length, { timeout: 30_000 }).toBe(30)
  expect(behind.max()).toBe(share.atOnce)
  expect(refused[0]?.headers.get("retry-after")).toBe("2")
  expect(refused[0]?.headers.get("x-loe-refusal")).toBe("busy")

  behind.open()
  expect(statuses(await Promise.all(asked))).toEqual({ 200: room(share), 429: 30 })
  expect(behind.max()).toBe(share.atOnce)
})

test("who asks for too much takes nothing from anybody else, nor from health", async () => {
  const { behind, ask } = await setUp()
  const asked = Array.from({ length: 60 }, () => ask("/x", { method: "POST", cookie: "ann" }))
  await expect.poll(behind.underWay, { timeout: 30_000 }).toBe(person.act.atOnce)

  const others = [
    ask("/x", { method: "POST", cookie: "bob" }),
    ask("/x", { cookie: "ann" }),
    ask("/api/health/live", { cookie: "ann" }),
  ]
  await expect.poll(behind.underWay).toBe(person.act.atOnce + others.length)
  behind.open()
  expect(statuses(await Promise.all(others))).toEqual({ 200: 3 })
  await Promise.all(asked)
})

test("who asks for too much hears so late, and at different times", async () => {
  const { behind, ask } = await setUp()
  const startedAt = performance.now()
  const heardAt: number[] = []
  const asked = Array.from({ length: room(person.act) + 20 }, () =>
    ask("/x", { method: "POST", cookie: "ann" }).then(({ status }) => {
      if (status === 429) heardAt.push(performance.now() - startedAt)
    }),
  )
  await expect.poll(() => heardAt.length, { timeout: 30_000 }).toBe(20)
  expect(Math.min(...heardAt)).toBeGreaterThan(shares.busyAfterMs.least - 1)
  expect(Math.max(...heardAt) - Math.min(...heardAt)).toBeGreaterThan(100)
  behind.open()
  await Promise.all(asked)
})

test("where all together are too many, they hear 503 and when to come back", async () => {
  const { behind, ask } = await setUp()
  const refused: Response[] = []
  const asked = Array.from({ length: room(everyone.act) + 40 }, (_, n) =>
    ask("/x", { method: "POST", from: `192.0.${n >> 8}.${n & 255}` }).then((answer) => {
      if (answer.status === 503) refused.push(answer)
      return answer
    }),
  )
  await expect.poll(() => refused.length, { timeout: 30_000 }).toBe(40)
  expect(behind.max()).toBe(everyone.act.atOnce)
  expect(refused[0]?.headers.get("retry-after")).toBe("5")
  expect(refused[0]?.headers.get("x-loe-refusal")).toBe("full")
  expect(await refused[0]?.text()).toContain("You're still logged in.")
  behind.open()
  expect(statuses(await Promise.all(asked))).toEqual({ 200: room(everyone.act), 503: 40 })
})

test("a browser's six connections, from many tabs, are never refused", async () => {
  const { behind, ask } = await setUp()
  behind.open()
  for (let round = 0; round < 10; round++) {
    const tabs = Array.from({ length: 60 }, () => ask("/x", { cookie: "ann" }))
    const acts = Array.from({ length: 12 }, () => ask("/x", { method: "POST", cookie: "ann" }))
    expect(statuses(await Promise.all([...tabs, ...acts]))).toEqual({ 200: 72 })
  }
})

test("a person who acts without a pause leaves a bounded number of rows", async () => {
  const { behind, ask } = await setUp()
  behind.open()
  const answers: Response[] = []
  for (let asked = 0; asked < shares.acts.max + 20; asked += 10) {
    const act = () => ask("/x", { method: "POST", cookie: "ann" })
    answers.push(...(await Promise.all(Array.from({ length: 10 }, act))))
  }
  expect(statuses(answers)).toEqual({ 200: shares.acts.max, 429: 20 })
  expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(60)
  const question = { method: "POST", cookie: "ann" }
  expect((await ask("/api/v1/admin/introspect", question)).status).toBe(200)
})

test("the API is told in its own form", async () => {
  const { behind, ask } = await setUp()
  const bearer = { method: "POST", bearer: "loe_ann" }
  const asked = Array.from({ length: room(person.act) + 1 }, () => ask("/api/v1/me", bearer))
  const refused = await Promise.race(asked)
  expect(refused.headers.get("content-type")).toBe("application/problem+json")
  expect(await refused.json()).toMatchObject({ status: 429 })
  behind.open()
  await Promise.all(asked)
})

test("a client that goes while it waits has nothing done, and holds no turn", async () => {
  const { behind, ask, address } = await setUp()
  const first = Array.from({ length: person.act.atOnce }, () =>
    ask("/x", { method: "POST", cookie: "ann" }),
  )
  await expect.poll(behind.underWay, { timeout: 30_000 }).toBe(person.act.atOnce)
  const headers = { cookie: `${sessionCookieName}=ann`, "X-Forwarded-For": "192.0.2.1" }
  const gone = new AbortController()
  const waiting = fetch(`${address}/gone`, { method: "POST", headers, signal: gone.signal })
  const answered = waiting.then(
    () => "answered",
    () => "gone",
  )
  gone.abort()
  expect(await answered).toBe("gone")
  behind.open()
  await Promise.all(first)
  expect((await ask("/x", { method: "POST", cookie: "ann" })).status).toBe(200)
  expect(behind.paths()).not.toContain("/gone")
})
