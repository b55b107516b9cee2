import { afterAll, expect, test } from "vitest"
import { connect, disconnect } from "@/lib/db/client"
import { verifyCredentials } from "@/lib/users/log-in/verify-credentials"
import { aDoor, attemptOf, attemptsOn, minute } from "@/test/races/attempts"
import { addPerson, createWorld } from "@/test/world/people"
import { throttleOn } from "./throttle"

const world = await createWorld()
const otherProcess = connect(world.urls.url)
afterAll(async () => {
  await disconnect(otherProcess)
  await world.close()
})
const { throttle, stores, sql } = world
const { begin, allowedOf, pass } = attemptsOn(world)

test("ten failures for one account in a quarter of an hour, from wherever they come", async () => {
  const { email } = attemptOf()
  for (let tried = 0; tried < 10; tried++) expect(await begin(attemptOf({ email }))).toBe(0)
  const waitMs = await begin(attemptOf({ email }))
  expect(waitMs).toBeGreaterThan(14 * 60_000)
  expect(waitMs).toBeLessThanOrEqual(15 * 60_000)
  expect(await begin(attemptOf())).toBe(0)
})

test("thirty failures from one address, for whomever they are, and nobody's account pays for the rest", async () => {
  const { address } = attemptOf()
  for (let tried = 0; tried < 30; tried++) expect(await begin(attemptOf({ address }))).toBe(0)
  const { email } = attemptOf()
  for (let tried = 0; tried < 20; tried++)
    expect(await begin(attemptOf({ email, address }))).toBeGreaterThan(0)
  expect(await begin(attemptOf({ email }))).toBe(0)
})

test("those whose address nobody knows are not counted together", async () => {
  for (let tried = 0; tried < 31; tried++) expect(await begin(attemptOf({ address: null }))).toBe(0)
  const { email } = attemptOf()
  for (let tried = 0; tried < 10; tried++) await begin(attemptOf({ email, address: null }))
  expect(await begin(attemptOf({ email, address: null }))).toBeGreaterThan(0)
})

test("a quarter of an hour later it is allowed again", async () => {
  const attempt = attemptOf()
  for (let tried = 0; tried < 11; tried++) await begin(attempt)
  expect(await begin(attempt)).toBeGreaterThan(0)
  await pass(15 * minute)
  expect(await begin(attempt)).toBe(0)
})

test("what one process counts, another knows", async () => {
  const { email } = attemptOf()
  const throttles = [throttle, throttleOn(otherProcess)] as const
  for (let tried = 0; tried < 10; tried++) {
    expect(await begin(attemptOf({ email }), throttles[tried % 2 === 0 ? 0 : 1])).toBe(0)
  }
  for (const each of throttles) expect(await begin(attemptOf({ email }), each)).toBeGreaterThan(0)
})

test("a stranger's failures do not slow down a browser that has logged in before", async () => {
  const { email } = attemptOf()
  for (let tried = 0; tried < 20; tried++) await begin(attemptOf({ email }))
  expect(await begin(attemptOf({ email }))).toBeGreaterThan(0)
  expect(await begin(attemptOf({ email, door: aDoor("browser") }))).toBe(0)
})

test("ten wrong proofs close one session's door for good, and nobody else's", async () => {
  const { email } = attemptOf()
  const stolen = aDoor("session")
  expect(await allowedOf({ email, door: stolen }, 30)).toBe(10)
  await pass(15 * minute)
  expect(await allowedOf({ email, door: stolen }, 1)).toBe(0)
  for (const door of [aDoor("session"), aDoor("browser"), { kind: "stranger" } as const])
    expect(await allowedOf({ email, door }, 1)).toBe(1)
})

test("ten failures make a known browser a stranger, and leave the person's other browsers alone", async () => {
  const { email } = attemptOf()
  const door = aDoor("browser")
  expect(await allowedOf({ email, door }, 30)).toBe(20)
  expect(await allowedOf({ email, door: { kind: "stranger" } }, 1)).toBe(0)
  expect(await allowedOf({ email, door: aDoor("browser") }, 1)).toBe(1)
})

test("who has closed what all known browsers share has not locked the owner out of them", async () => {
  const { email } = attemptOf()
  for (let copies = 0; copies < 6; copies++) {
    await allowedOf({ email, door: aDoor("browser") }, 9)
  }
  const owner = attemptOf({ email, door: aDoor("browser") })
  expect(await begin(owner)).toBe(0)
  await throttle.succeed(owner)
  expect(await allowedOf({ email, door: aDoor("session") }, 1)).toBe(1)
})

test("who is right takes the count back, at the account and at the address", async () => {
  const attempt = attemptOf()
  for (let logIns = 0; logIns < 40; logIns++) {
    expect(await begin(attempt)).toBe(0)
    await throttle.succeed(attempt)
  }
})

test("of a hundred attempts at once ten are looked at", async () => {
  const { email, password } = await addPerson(world)
  const throttles = [throttle, throttleOn(otherProcess)] as const
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, index) => {
      const doors = { stores, throttle: throttles[index % 2 === 0 ? 0 : 1] }
      return verifyCredentials(doors, attemptOf({ email }), `${password} ${index}`)
    }),
  )
  const failures = results.map((result) => (result.ok ? "let in" : result.failure))
  expect(failures.filter((failure) => failure === "wrong_credentials")).toHaveLength(10)
  expect(failures.filter((failure) => failure === "throttled")).toHaveLength(90)
})

test("an attempt for an address that nobody has is counted like any other", async () => {
  const attempt = attemptOf({ email: "x".repeat(10_000) })
  for (let tried = 0; tried < 10; tried++) expect(await begin(attempt)).toBe(0)
  expect(await begin(attempt)).toBeGreaterThan(0)
})

test("the counters do not tell whose they are", async () => {
  const attempt = attemptOf({ email: "somebody@example.com" })
  await begin(attempt)
  expect(await sql(`SELECT key FROM "RateLimit" WHERE key LIKE '%somebody%'`)).toEqual([])
})
