import { expect, onTestFinished, test } from "vitest"
import { sealWith } from "@/lib/db/mail/seal"
import { mailRows, openOutbox, sampleMails } from "@/test/mail/mails"
import { createWorld, testSecret } from "@/test/world/people"

const hour = 3_600_000
const refuse = async () => {
  throw Object.assign(new Error("550 no such user ann@example.com"), { responseCode: 550 })
}

test("a mail that cannot be sent for two days is given up, and the log says so", async () => {
  const { world, outbox } = await waitingMail(refuse)
  await expect
    .poll(() => mailRows(world))
    .toMatchObject([{ tries: 1, lastError: expect.stringMatching(/^550/) }])

  outbox.pass(49 * hour)
  await expect.poll(() => mailRows(world)).toMatchObject([{ tries: 2, nextTryAt: null }])
  const [row] = await mailRows(world)
  expect(row).toMatchObject({ kind: "magic_link", sentAt: null, sealedSecret: null })
  expect(row?.lastError).toBe("550 no such user ann@example.com")
  const [warned, gaveUp] = outbox.logged
  expect(warned).toMatchObject({ level: 40, mail: row?.id, tries: 1, responseCode: 550 })
  expect(gaveUp).toMatchObject({ level: 50, mail: row?.id, tries: 2, responseCode: 550 })
})

test("the log names no one", async () => {
  const { outbox } = await waitingMail(refuse)
  await expect.poll(() => outbox.logged).toHaveLength(1)
  expect(JSON.stringify(outbox.logged)).not.toContain("ann@example.com")
})

test("a mail that was sealed under another AUTH_SECRET is given up at once", async () => {
  const sent: unknown[] = []
  const { world, outbox } = await waitingMail(async (message) => void sent.push(message), {
    seal: sealWith("the secret after a rotation"),
  })
  await expect.poll(() => mailRows(world)).toMatchObject([{ nextTryAt: null, tries: 1 }])
  expect(await mailRows(world)).toMatchObject([
    { sentAt: null, lastError: "AUTH_SECRET was changed after this mail was written." },
  ])
  expect(outbox.logged).toMatchObject([{ level: 50, kind: "magic_link", problem: "other_key" }])
  expect(sent).toEqual([])
})

test("a mail that waited while AUTH_SECRET was replaced leaves, as long as the one before is given", async () => {
  const sent: string[] = []
  const { world } = await waitingMail(async ({ text }) => void sent.push(text), {
    seal: sealWith("the secret after a rotation", testSecret),
  })
  await expect.poll(() => mailRows(world)).toMatchObject([{ nextTryAt: null, lastError: null }])
  expect(sent.join()).toMatch(/\/link\/magic_link\?secret=[\w-]{43}/)
})

test("a mail that cannot be written holds nobody else's up", async () => {
  const sent: string[] = []
  const { world, outbox } = await waitingMail(async ({ to }) => void sent.push(to))
  await expect.poll(() => sent).toEqual(["ann@example.com"])
  const { magic_link, password_changed } = sampleMails("bob@example.com")
  await world.stores.outbox.add({ ...magic_link, facts: { expiresAt: "no time at all" } })
  await world.stores.outbox.add({ ...password_changed, to: "carol@example.com" })
  outbox.nudge()
  await expect.poll(() => sent).toEqual(["ann@example.com", "carol@example.com"])
  const warning = { level: 40, kind: "magic_link", tries: 1 }
  await expect.poll(() => outbox.logged).toMatchObject([warning])
})

test.each([
  ["forgotten", false],
  ["kept for reading in the demo", true],
])("a sent mail is %s", async (_, keepsBodies) => {
  const { world } = await waitingMail(async () => {}, { keepsBodies })
  await expect.poll(async () => (await mailRows(world))[0]?.sentAt).toBeInstanceOf(Date)
  const [row] = await mailRows(world)
  expect([row?.facts !== null, row?.sealedSecret !== null]).toEqual([keepsBodies, keepsBodies])
})

async function waitingMail(...[send, options]: Tail<Parameters<typeof openOutbox>>) {
  const world = await createWorld()
  onTestFinished(world.close)
  await world.stores.outbox.add(sampleMails("ann@example.com").magic_link)
  const outbox = openOutbox(world, send, options)
  onTestFinished(outbox.stop)
  return { world, outbox }
}

type Tail<List extends readonly unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never
