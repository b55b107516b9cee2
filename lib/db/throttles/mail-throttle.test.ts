import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { createWorld } from "@/test/world/people"
import { type MailWish, mailThrottleOn } from "./mail-throttle"

const world = await createWorld()
afterAll(world.close)
const { admit, nextInMs } = mailThrottleOn(world.connection)

test("three mails of one kind go to a mailbox in a quarter of an hour, whoever asks from wherever", async () => {
  const email = anEmail()
  expect(await admitted(6, () => ({ email }))).toBe(3)
  await world.sql(`UPDATE "RateLimit" SET expire = expire - 15 * 60 * 1000 - 1`)
  expect(await admitted(6, () => ({ email }))).toBe(3)
})

test("the next mail goes to a mailbox half a minute after the one before, and after the third at the end of the quarter", async () => {
  const wish = { kind: "password_reset", email: anEmail() } as const
  const ask = () => admit({ ...wish, address: `192.0.2.${++made}` })
  expect(await nextInMs(wish)).toBe(0)
  for (const isLast of [false, false, true]) {
    const asked = await ask()
    expect(asked).toMatchObject({ isAdmitted: true })
    expectAbout(asked.nextInMs, isLast ? 15 * 60_000 : 30_000)
    expectAbout(await nextInMs(wish), isLast ? 15 * 60_000 : 30_000)

    const early = await ask()
    expect(early).toMatchObject({ isAdmitted: false, isMailboxFull: true })
    expectAbout(early.nextInMs, isLast ? 15 * 60_000 : 30_000)
    await letGapPass()
  }
  expect(await ask()).toMatchObject({ isAdmitted: false, isMailboxFull: true })
})

test("a sender who asks too often is told apart from a mailbox that has its mails", async () => {
  const answers = []
  for (let asked = 0; asked < 21; asked++) {
    answers.push(await admit({ kind: "magic_link", email: anEmail(), address: "198.51.100.7" }))
  }
  expect(answers.filter(({ isAdmitted }) => isAdmitted)).toHaveLength(20)
  expect(answers.at(-1)).toMatchObject({ isAdmitted: false, isMailboxFull: false })
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

const letGapPass = () => world.sql(`DELETE FROM "RateLimit" WHERE key LIKE 'mail_gap:%'`)

/** Within the time that a busy machine takes between two statements. */
function expectAbout(ms: number, expected: number) {
  expect(ms).toBeLessThanOrEqual(expected)
  expect(ms).toBeGreaterThan(expected - 20_000)
}

/** How many of so many are admitted. Each comes from its own address. */
async function admitted(times: number, wish: () => Partial<MailWish>): Promise<number> {
  let count = 0
  for (let asked = 0; asked < times; asked++) {
    const address = `192.0.2.${++made}`
    const { isAdmitted } = await admit({
      ...{ kind: "password_reset", email: anEmail(), address },
      ...wish(),
    })
    if (isAdmitted) count++
    await letGapPass()
  }
  return count
}
