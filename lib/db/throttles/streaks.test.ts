import { afterAll, expect, test } from "vitest"
import { aDoor, attemptOf, attemptsOn, day, minute } from "@/test/races/attempts"
import { createWorld } from "@/test/world/people"

const world = await createWorld()
afterAll(world.close)
const { throttle, sql } = world
const { begin, allowedOver, pass } = attemptsOn(world)

test("fifty failures in a row stop guessing, however slow it is, and the owner's browser ends the streak", async () => {
  const { email } = attemptOf()
  expect(await allowedOver(60, { email })).toBe(50)
  await pass(15 * minute)
  expect(await begin(attemptOf({ email }))).toBeGreaterThan(29 * day)

  const owner = attemptOf({ email, door: aDoor("browser") })
  expect(await begin(owner)).toBe(0)
  await throttle.succeed(owner)
  expect(await begin(attemptOf({ email }))).toBe(0)
})

test("a streak that is left alone for thirty days is forgotten, and not a day sooner", async () => {
  const { email } = attemptOf()
  expect(await allowedOver(60, { email })).toBe(50)
  await pass(29 * day)
  expect(await begin(attemptOf({ email }))).toBeGreaterThan(0)
  await pass(day)
  expect(await allowedOver(60, { email })).toBe(50)
})

test("no thirty days hold more than fifty guesses, wherever they begin", async () => {
  const { email } = attemptOf()
  const guessedAt: number[] = []
  for (let today = 0; today < 120; today++) {
    for (let tried = 0; tried < 12; tried++)
      if ((await begin(attemptOf({ email }))) === 0) guessedAt.push(today)
    await pass(day)
  }
  for (let first = 0; first < 90; first++) {
    const inMonth = guessedAt.filter((at) => at >= first && at < first + 30)
    expect(inMonth.length, `from day ${first}`).toBeLessThanOrEqual(50)
  }
  expect(guessedAt.length).toBeGreaterThan(100)
})

test("every count has an end, however it was made", async () => {
  const { email } = attemptOf()
  for (const door of [aDoor("browser"), aDoor("session"), { kind: "stranger" } as const])
    await begin(attemptOf({ email, door }))
  expect(await sql(`SELECT key FROM "RateLimit" WHERE expire IS NULL`)).toEqual([])
})

test("a proven mailbox, or an administrator, lets in whom it stopped", async () => {
  const { email } = attemptOf()
  expect(await allowedOver(60, { email })).toBe(50)
  expect(await begin(attemptOf({ email }))).toBeGreaterThan(0)
  await throttle.clear(email)
  for (let tried = 0; tried < 10; tried++) expect(await begin(attemptOf({ email }))).toBe(0)
})

test("strangers, known browsers and sessions together stay within the hundred that NIST allows", async () => {
  const { email } = attemptOf()
  let allowed = 0
  for (let round = 0; round < 8; round++) {
    await pass(15 * minute)
    for (const door of [aDoor("browser"), aDoor("session"), { kind: "stranger" } as const]) {
      for (let tried = 0; tried < 12; tried++) {
        if ((await begin(attemptOf({ email, door }))) === 0) allowed++
      }
    }
  }
  expect(allowed).toBe(100)
})
