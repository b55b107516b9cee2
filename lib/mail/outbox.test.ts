import { expect, onTestFinished, test } from "vitest"
import { listenTo } from "@/lib/db/listener"
import { mailQueue } from "@/lib/db/mail/mail-queue"
import { mailChannel } from "@/lib/db/mail/outbox-store"
import { mailKinds } from "@/lib/users/ports/outbox"
import { startMailServer } from "@/test/mail/mail-server"
import { latch, mailRows, openOutbox, sampleMails } from "@/test/mail/mails"
import { createWorld, openWorld } from "@/test/world/people"
import { smtpTransport } from "./transport"

const minute = 60_000

test("a mail server that is away for a minute stops no act and loses no mail", async () => {
  const world = await aWorld()
  const away = await startMailServer()
  await away.stop()
  const outbox = openOutbox(world, away.smtp)
  onTestFinished(outbox.stop)

  const mails = Object.values(sampleMails("ann@example.com"))
  for (const mail of mails) await world.transact(({ outbox }) => outbox.add(mail))
  outbox.nudge()
  await expect
    .poll(() => mailRows(world), { timeout: 30_000 })
    .toEqual(
      mails.map(() =>
        expect.objectContaining({ lastError: expect.stringContaining("ECONNREFUSED") }),
      ),
    )

  const back = await aMailServer({ port: away.smtp.port })
  outbox.pass(minute)
  await back.arrived(mails.length)
  for (let hours = 0; hours < 72; hours++) outbox.pass(60 * minute)
  await outbox.stop()

  expect(back.mails).toHaveLength(mailKinds.length)
  expect(new Set(back.mails.map(({ subject }) => subject)).size).toBe(mailKinds.length)
  for (const row of await mailRows(world)) {
    expect(row).toMatchObject({ tries: 2, nextTryAt: null, facts: null, sealedSecret: null })
    expect(row.sentAt).not.toBeNull()
  }
})

test("two processes never send one mail twice", async () => {
  const world = await aWorld()
  const server = await aMailServer()
  const other = openWorld(world.urls)
  onTestFinished(other.close)
  const count = 40
  for (let n = 0; n < count; n++) {
    await world.stores.outbox.add(sampleMails(`p${n}@example.com`).password_changed)
  }

  const send = smtpTransport(server.smtp)
  const otherSent = latch()
  const first = openOutbox(world, async (message) => {
    await otherSent.opened
    await send(message)
  })
  const second = openOutbox(other, async (message) => {
    await send(message)
    otherSent.open()
  })
  await server.arrived(count)
  await Promise.all([first.stop(), second.stop()])

  const recipients = server.mails.flatMap(({ recipients }) => recipients)
  expect(new Set(recipients).size).toBe(count)
  expect(recipients).toHaveLength(count)
})

test("what a dead process had claimed is sent when the claim lapses, not before", async () => {
  const world = await aWorld()
  const server = await aMailServer()
  await world.stores.outbox.add(sampleMails("claimed@example.com").magic_link)
  const queue = mailQueue(world.connection)
  const now = await queue.now()
  expect(await queue.claim(now, new Date(+now + 5 * minute), 5)).toHaveLength(1)

  const outbox = openOutbox(world, server.smtp)
  onTestFinished(outbox.stop)
  await world.stores.outbox.add(sampleMails("later@example.com").magic_link)
  outbox.pass(4 * minute)
  expect((await server.arrived(1))[0]?.recipients).toEqual(["later@example.com"])
  outbox.pass(minute)
  expect((await server.arrived(2))[1]?.recipients).toEqual(["claimed@example.com"])
})

test("whose claim has lapsed leaves the mail to whoever took it since", async () => {
  const world = await aWorld()
  await world.stores.outbox.add(sampleMails("ann@example.com").magic_link)
  const queue = mailQueue(world.connection)
  const now = await queue.now()
  const [slow] = await queue.claim(now, now, 5)
  const [quick] = await queue.claim(now, new Date(+now + minute), 5)
  if (!slow || !quick) throw new Error("Both claim it.")

  await queue.giveUp(slow, "too slow")
  await queue.postpone(slow, now, "too slow")
  expect(await mailRows(world)).toMatchObject([{ lastError: null, tries: 2 }])
  expect((await mailRows(world))[0]?.nextTryAt).toEqual(new Date(+now + minute))
})

test("a mail whose receipt was lost goes out again under the same Message-ID", async () => {
  const world = await aWorld()
  const server = await aMailServer()
  const send = smtpTransport(server.smtp)
  const outbox = openOutbox(world, async (message) => {
    await send(message)
    if (server.mails.length === 1) throw new Error("connection reset")
  })
  onTestFinished(outbox.stop)
  await world.stores.outbox.add(sampleMails("ann@example.com").magic_link)
  outbox.nudge()
  await expect.poll(() => mailRows(world)).toMatchObject([{ lastError: "connection reset" }])
  outbox.pass(minute)

  const [one, two] = await server.arrived(2)
  expect(one?.messageId).toMatch(/^<[0-9a-f-]{36}@app\.test>$/)
  expect(two?.messageId).toBe(one?.messageId)
})

test("a mail is sent at the commit of its act, without waiting for the timer", async () => {
  const world = await aWorld()
  const server = await aMailServer()
  const outbox = openOutbox(world, server.smtp)
  const listener = listenTo(world.urls.url)
  listener.on(mailChannel, outbox.nudge)
  onTestFinished(outbox.stop)
  onTestFinished(listener.close)

  await world.transact(({ outbox }) => outbox.add(sampleMails("ann@example.com").magic_link))
  await server.arrived(1)
})

test("stopping waits for the mails under way", async () => {
  const world = await aWorld()
  const begun = latch()
  const taken = latch()
  await world.stores.outbox.add(sampleMails("ann@example.com").magic_link)
  const outbox = openOutbox(world, () => {
    begun.open()
    return taken.opened
  })
  await begun.opened
  const stopped = outbox.stop()
  taken.open()
  await stopped

  expect((await mailRows(world))[0]?.sentAt).not.toBeNull()
})

test("a mail that a hanging mail server keeps is given back at a stop", async () => {
  const world = await aWorld()
  const begun = latch()
  await world.stores.outbox.add(sampleMails("ann@example.com").magic_link)
  const never = new Promise<void>(() => {})
  const hanging = openOutbox(
    world,
    () => {
      begun.open()
      return never
    },
    { patienceMs: 0 },
  )
  await begun.opened
  await hanging.stop()

  // Not minutes later, when the claim would lapse: the clock has not been moved.
  const server = await aMailServer()
  const other = openOutbox(world, server.smtp)
  onTestFinished(other.stop)
  expect((await server.arrived(1))[0]?.recipients).toEqual(["ann@example.com"])
})

async function aWorld() {
  const world = await createWorld()
  onTestFinished(world.close)
  return world
}

async function aMailServer(options?: Parameters<typeof startMailServer>[0]) {
  const server = await startMailServer(options)
  onTestFinished(server.stop)
  return server
}
