import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { createWorld } from "@/test/world/people"
import { type MailWish, mailThrottleOn } from "./mail-throttle"

const world = await createWorld()
afterAll(world.close)
const { admit } = mailThrottleOn(world.connection)

test("three mails of one kind go to a mailbox in a quarter of an hour, whoever asks from wherever", async () => {
  const email = anEmail()
  expect(await admitted(6, () => ({ email }))).toBe(3)
  await world.sql(`UPDATE "RateLimit" SET expire = expire - 15 * 60 * 1000 - 1`)
  expect(await admitted(6, () => ({ email }))).toBe(3)
})

test("changes of email to somebody's address take nothing from the mails that let them in again", async () => {
  const email = anEmail()
  await admitted(20, () => ({ kind: "email_change", email, askedBy: randomUUID() }))
  expect(await admitted(6, () => ({ kind: "magic_link", email }))).toBe(3)
  expect(await admitted(6, () => ({ kind: "password_reset", email }))).toBe(3)
})

test("a person asks for five changes of email in a quarter of an hour, to whatever addresses", async () => {
  const askedBy = randomUUID()
  const changes = () => ({ kind: "email_change", askedBy }) as const
  expect(await admitted(8, changes)).toBe(5)
})

let made = 0
const anEmail = () => `${randomUUID()}@example.com`

/** How many of so many are admitted. Each comes from its own address. */
async function admitted(times: number, wish: () => Partial<MailWish>): Promise<number> {
  let count = 0
  for (let asked = 0; asked < times; asked++) {
    const address = `192.0.2.${++made}`
    if (await admit({ kind: "password_reset", email: anEmail(), address, ...wish() })) count++
  }
  return count
}
