import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { createWorld } from "@/test/world/people"
import { throttleOn } from "./throttle"

const world = await createWorld()
afterAll(world.close)
const throttle = throttleOn(world.connection)

test("failures from forty networks of one customer's /48 are counted together", async () => {
  expect(await allowedFrom((tried) => `2001:db8:1:${tried}::1`, 40)).toBe(36)
})

test("one network that is stopped uses up nothing more of its neighbours'", async () => {
  expect(await allowedFrom((tried) => `2001:db8:2:1::${tried}`, 60)).toBe(30)
  expect(await allowedFrom(() => "2001:db8:2:2::1", 6)).toBe(6)
})

test("an attempt that was right is taken back from the /48 too", async () => {
  for (let tried = 1; tried <= 40; tried++) {
    const attempt = attemptFrom(`2001:db8:3:${tried}::1`)
    expect(await throttle.begin(attempt)).toBeNull()
    await throttle.succeed(attempt)
  }
})

/** Each for somebody else, so that nothing but the networks is counted together. */
const attemptFrom = (address: string) =>
  ({ email: `${randomUUID()}@example.com`, address, door: { kind: "stranger" } }) as const

async function allowedFrom(addressOf: (tried: number) => string, times: number): Promise<number> {
  let allowed = 0
  for (let tried = 1; tried <= times; tried++)
    if ((await throttle.begin(attemptFrom(addressOf(tried)))) === null) allowed++
  return allowed
}
