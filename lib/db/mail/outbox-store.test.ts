import { afterAll, expect, onTestFinished, test } from "vitest"
import { listenTo } from "@/lib/db/listener"
import { sampleMails } from "@/test/mail/mails"
import { createWorld } from "@/test/world/people"
import { mailChannel } from "./outbox-store"

const world = await createWorld()
afterAll(world.close)

test("a mail whose act is rolled back was never written", async () => {
  const { magic_link } = sampleMails("rolled@example.com")
  const failing = world.transact(async ({ outbox }) => {
    await outbox.add(magic_link)
    throw new Error("the act failed")
  })
  await expect(failing).rejects.toThrow("the act failed")
  expect(await rowsTo("rolled@example.com")).toEqual([])
})

test("a mail whose act fails by name was never written", async () => {
  const { magic_link } = sampleMails("refused@example.com")
  await world.transact(async ({ outbox }) => {
    await outbox.add(magic_link)
    return { ok: false, failure: "changed_meanwhile" } as const
  })
  expect(await rowsTo("refused@example.com")).toEqual([])
})

test("the secret of a waiting mail is nowhere in the database", async () => {
  const { password_reset } = sampleMails("waiting@example.com")
  await world.transact(({ outbox }) => outbox.add(password_reset))

  const [row] = await rowsTo("waiting@example.com")
  expect(row).toMatchObject({ kind: "password_reset", sentAt: null, tries: 0 })
  expect(Object.values(row ?? {}).join()).not.toContain(password_reset.secret)
})

test("who listens hears of a mail at its commit, not before", async () => {
  let heard = 0
  const listener = listenTo(world.urls.url)
  listener.on(mailChannel, () => heard++)
  onTestFinished(listener.close)
  await until(() => heard === 1)

  await world.transact(async ({ outbox }) => {
    await outbox.add(sampleMails("heard@example.com").password_changed)
    // What was passed on before this is heard before it.
    await world.sql("SELECT pg_notify($1, '')", [mailChannel])
    await until(() => heard > 1)
    expect(heard).toBe(2)
  })
  await until(() => heard === 3)
})

test("who listens hears again after the connection was lost", async () => {
  let heard = 0
  const listener = listenTo(world.urls.url)
  listener.on(mailChannel, () => heard++)
  onTestFinished(listener.close)
  await until(() => heard === 1)

  await world.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query IN ('LISTEN "${mailChannel}"', 'SELECT')`)
  await until(() => heard === 2)

  await world.stores.outbox.add(sampleMails("again@example.com").password_changed)
  await until(() => heard === 3)
})

test("who listens can stop while the database is away", async () => {
  const listener = listenTo("postgresql://nobody@127.0.0.1:1/none")
  await listener.close()
})

function rowsTo(to: string) {
  return world.sql<Record<string, unknown>>(`SELECT * FROM "OutboxMail" WHERE "to" = $1`, [to])
}

function until(condition: () => boolean) {
  return expect.poll(condition, { timeout: 30_000 }).toBe(true)
}
