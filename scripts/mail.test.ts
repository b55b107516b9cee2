import { afterAll, expect, test } from "vitest"
import { mailQueue } from "@/lib/db/mail/mail-queue"
import { mailRows, sampleMails } from "@/test/mail/mails"
import { bundledCommands } from "@/test/world/bundled-command"
import { createWorld } from "@/test/world/people"

const world = await createWorld()
const commands = await bundledCommands()
afterAll(async () => {
  commands.remove()
  await world.close()
})

const run = (...given: string[]) =>
  commands.run(["mail", ...given], { DATABASE_URL: world.urls.url })

test("an empty queue has nothing to try again, and what is no id is refused", () => {
  expect(run("retry")).toEqual({
    status: 1,
    says: "There is no such email that could still be sent.",
  })
  expect(run("retry", "nonsense")).toEqual({
    status: 1,
    says: "nonsense is no email's id: `list` prints them.",
  })
})

test("an operator sees what waits and what was given up, and has it tried again", async () => {
  const samples = sampleMails("ann@example.com")
  for (const kind of ["password_changed", "magic_link", "new_device"] as const) {
    await world.stores.outbox.add(samples[kind])
  }
  const queue = mailQueue(world.connection)
  const now = await queue.now()
  const claimed = await queue.claim(now, new Date(+now + 300_000), 5)
  const [notice, late, link] = claimed.toSorted((a, b) => (a.kind < b.kind ? 1 : -1))
  if (!notice || !link || !late) throw new Error("All three are due.")
  await queue.giveUp(notice, "550 no \u001b[31msuch\nmailbox")
  await queue.giveUp(link, "550 no such mailbox")
  await queue.postpone(late, new Date(+now + 3_600_000), "451 later")

  const { status, says } = run("list")
  expect(status, says).toBe(0)
  expect(says).toMatch(/^Waiting: 1, the oldest since \S+Z\. Given up: 2\.\n/)
  // One line each, whatever the mail server said.
  expect(says.split("\n")).toHaveLength(4)
  expect(says).toContain("550 no  [31msuch mailbox")
  expect(says).toContain("451 later")

  // The link that was given up has lost its secret: what it opened cannot be mailed any more.
  expect(run("retry")).toEqual({ status: 0, says: "2 emails will be tried again." })
  const due = (await mailRows(world)).filter(({ nextTryAt }) => nextTryAt !== null)
  expect(due.map(({ id }) => id).toSorted()).toEqual([notice.id, late.id].toSorted())
  const again = await queue.now()
  expect(await queue.claim(again, new Date(+again + 300_000), 5)).toHaveLength(2)

  const acts = await world.sql(
    `SELECT action, count, "actorId" FROM "AuditEvent" WHERE details ->> 'by' = 'operator'`,
  )
  expect(acts).toEqual([{ action: "retry_mail", count: 2, actorId: null }])
})
