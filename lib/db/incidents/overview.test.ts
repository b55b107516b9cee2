import { afterAll, expect, test } from "vitest"
import { heldTokensOf } from "@/lib/db/lists/tokens"
import { agedSession } from "@/test/world/aged-session"
import { addPerson, createWorld, issueTo } from "@/test/world/people"
import { online } from "./online"
import { overviewOf } from "./overview"
import { timelineOf } from "./timeline"

const world = await createWorld()
afterAll(world.close)
const { connection, sql } = world

const counted = (measure: string, kind: string, hour: string, part: string, count: number) =>
  sql(`INSERT INTO "HourlyCount" VALUES ($1, $2, $3, $4, $5)`, [measure, kind, hour, part, count])

test("there is no overview before an hour was counted", async () => {
  expect(await overviewOf({ steps: 24, stepHours: 1 }, connection)).toBeNull()
})

test("hours are summed into steps up to the last that was counted, and into parts of the whole span", async () => {
  await counted("live", "purpose", "2026-11-20 13:00Z", "session", 7)
  await counted("begun", "method", "2026-11-20 13:00Z", "password", 2)
  await counted("begun", "method", "2026-11-20 07:00Z", "password", 3)
  await counted("begun", "method", "2026-11-20 06:00Z", "password", 4)
  await counted("ended", "reason", "2026-11-19 23:00Z", "log_out", 5)
  await counted("begun", "method", "2026-11-01 00:00Z", "password", 100)

  const byHour = await overviewOf({ steps: 24, stepHours: 1 }, connection)
  expect(byHour?.asOf).toEqual(new Date("2026-11-20T14:00Z"))
  expect(byHour?.from).toEqual(new Date("2026-11-19T14:00Z"))
  expect(byHour?.steps.map(({ step, count }) => [step, count])).toEqual([
    [9, 5],
    [16, 4],
    [17, 3],
    [23, 2],
  ])

  // A step of six hours that is not over yet is the last.
  const byQuarter = await overviewOf({ steps: 28, stepHours: 6 }, connection)
  expect(byQuarter?.from).toEqual(new Date("2026-11-13T18:00Z"))
  expect(byQuarter?.steps.map(({ step, count }) => [step, count])).toEqual([
    [24, 5],
    [26, 7],
    [27, 2],
  ])
  expect(byQuarter?.parts).toEqual([
    { measure: "begun", side: "method", part: "password", count: 9 },
    { measure: "live", side: "purpose", part: "session", count: 7 },
    { measure: "ended", side: "reason", part: "log_out", count: 5 },
  ])
})

test("a person is online once, if a live session of theirs was used within a quarter of an hour", async () => {
  const before = await online(connection)
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  await issueTo(world, ann)
  await issueTo(world, ann)
  await agedSession(world, bob, { lastActiveAt: "16 minutes" })
  await agedSession(world, bob, { revokedAt: "1 minute" })
  const now = await online(connection)
  expect([now.sessions - before.sessions, now.people - before.people]).toEqual([3, 1])
})

test("a line of time has what was live in 90 days, each session up to its first end", async () => {
  const ann = await addPerson(world)
  const live = await agedSession(world, ann, { issuedAt: "2 days" })
  const idle = await agedSession(world, ann, {
    issuedAt: "10 days",
    idleAt: "8 days",
    revokedAt: "1 day",
  })
  await agedSession(world, ann, { issuedAt: "100 days", idleAt: "91 days", expiresAt: "91 days" })
  await issueTo(world, await addPerson(world))
  const now = new Date()
  const { sessions, hasMore } = await timelineOf(ann.id, now, connection)
  expect(sessions.map(({ token }) => token.id)).toEqual([live, idle])
  expect((+now - +(sessions[1]?.endsAt ?? now)) / 86_400_000).toBeCloseTo(8, 1)
  expect(hasMore).toBe(false)
})

test("what a person holds beside sessions is listed while it lives", async () => {
  const ann = await addPerson(world)
  await issueTo(world, ann)
  const { token } = await issueTo(world, ann, { purpose: "api" })
  expect((await heldTokensOf(ann.id, connection)).map(({ id }) => id)).toEqual([token.id])
})
