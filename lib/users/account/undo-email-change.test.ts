import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { logOutFor } from "@/lib/users/log-in/log-out"
import { changeEmail, emailLinkFor, fifty, reportLinkFor, whileBroken } from "@/test/mail/links"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import {
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  statusOf,
} from "@/test/world/people"
import { undoEmailChange } from "./undo-email-change"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const { logOutEverywhere } = authentication
const { purposes } = logOutEverywhere
const someAddress = () => `${randomUUID()}@example.com`
const ended = { ok: false, failure: "link_ended" }

test("undoing brings the old address back, ends everything, and mails a link for a new password", async () => {
  const [ann, to] = [await addPerson(world), someAddress()]
  await changeEmail(world, ann, to)
  const [thief, key] = [await issueTo(world, ann), await issueTo(world, ann, { purpose: "api" })]
  await emailLinkFor(world, ann, someAddress())

  // Those three, and what each of the two changes was asked for with.
  expect(await undo(await linkIn(world, ann.email, "email_change_notice"))).toEqual({
    ok: true,
    value: { email: ann.email, ended: { session: 1, api: 3, email_change: 1 } },
  })

  expect(await emailOf(ann)).toBe(ann.email)
  expect(await statusOf(world, thief.secret)).toBe("revoked")
  expect(await statusOf(world, key.secret, "api")).toBe("revoked")
  const reset = await linkIn(world, ann.email, "password_reset")
  expect(await statusOf(world, reset, "password_reset")).toBe("active")
  expect((await auditOf(world, ann)).at(-1)).toMatchObject({
    action: "undo_email_change",
    reason: "reported",
    scope: "everywhere",
    count: 5,
  })
})

test("after two changes the first address's link brings the first address back, and the second's is over", async () => {
  const { ann, first, second } = await changedTwice()
  expect(await undo(first)).toMatchObject({ ok: true, value: { email: ann.email } })
  expect(await undo(second)).toEqual(ended)
  expect(await emailOf(ann)).toBe(ann.email)
})

test("whoever undoes the second change first does not keep the first address's owner from theirs", async () => {
  const { ann, first, second, middle } = await changedTwice()
  expect(await undo(second)).toMatchObject({ ok: true, value: { email: middle } })
  expect(await undo(first)).toMatchObject({ ok: true, value: { email: ann.email } })
  expect(await emailOf(ann)).toBe(ann.email)
})

test("of both links at once, the first address's has the last word", async () => {
  for (let round = 0; round < 5; round++) {
    const { ann, first, second } = await changedTwice()
    const [undone] = await Promise.all([undo(first), undo(second)])
    expect(undone).toMatchObject({ ok: true })
    expect(await emailOf(ann)).toBe(ann.email)
  }
})

test("of fifty uses of one link at once one wins", async () => {
  const ann = await addPerson(world)
  await changeEmail(world, ann, someAddress())
  const secret = await linkIn(world, ann.email, "email_change_notice")
  const used = await fifty(() => undo(secret))
  expect(used.filter(({ ok }) => ok)).toHaveLength(1)
})

test("the way back outlives that somebody logs out everywhere", async () => {
  const ann = await addPerson(world)
  await changeEmail(world, ann, someAddress())
  await logOutFor(world, ann.id, { kind: "everywhere", purposes })
  const secret = await linkIn(world, ann.email, "email_change_notice")
  expect(await undo(secret)).toMatchObject({ ok: true })
})

test("an address that is somebody else's by now does not come back, and the link stays", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  await changeEmail(world, ann, someAddress())
  const secret = await linkIn(world, ann.email, "email_change_notice")
  await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [bob.id, ann.email])
  expect(await undo(secret)).toEqual({ ok: false, failure: "email_taken" })
  expect(await statusOf(world, secret, "email_change_undo")).toBe("active")
})

test("log-ins connected shortly before the change or since are removed, named in the mail, and written down", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const [old, before, since, his] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await connect(ann, "github", old, "8 days")
  await connect(ann, "google", before, "6 days")
  await changeEmail(world, ann, someAddress())
  await connect(ann, "oidc", since)
  await connect(bob, "oidc", his)

  expect(await undo(await linkIn(world, ann.email, "email_change_notice"))).toMatchObject({
    ok: true,
  })

  expect(await stores.accounts.list(ann.id)).toMatchObject([{ providerAccountId: old }])
  expect(await stores.accounts.list(bob.id)).toHaveLength(1)
  expect((await mailsTo(world, ann.email)).at(-1)).toMatchObject({
    kind: "password_reset",
    facts: { removed: "the google one, the oidc one" },
  })
  expect((await auditOf(world, ann)).at(-1)).toMatchObject({
    action: "undo_email_change",
    details: { providers: ["google", "oidc"] },
  })
})

test("whoever changed the address knows no password that opens the account after the undoing", async () => {
  const ann = await addPerson(world)
  await changeEmail(world, ann, someAddress())
  await undo(await linkIn(world, ann.email, "email_change_notice"))
  expect(await stores.users.find(ann.id)).toMatchObject({ email: ann.email, hasPassword: false })
})

test("links that report a session end if the new address got them, and stay if the old one did", async () => {
  const [ann, to] = [await addPerson(world), someAddress()]
  const own = await reportLinkFor(world, ann)
  await changeEmail(world, ann, to)
  const thiefs = await reportLinkFor(world, { ...ann, email: to })

  expect(await undo(await linkIn(world, ann.email, "email_change_notice"))).toMatchObject({
    ok: true,
  })

  expect(await statusOf(world, thiefs, "report")).toBe("revoked")
  expect(await statusOf(world, own, "report")).toBe("active")
})

test.each([
  ["ending everything", "INSERT ON log_out_everywhere.ended_epoch"],
  ["writing it down", 'INSERT ON "AuditEvent"'],
  ["mailing a link for a new password", 'INSERT ON "OutboxMail"'],
])("when %s fails, the address and the sessions are what they were", async (_, event) => {
  const [ann, to] = [await addPerson(world), someAddress()]
  await changeEmail(world, ann, to)
  const session = await issueTo(world, ann)
  const secret = await linkIn(world, ann.email, "email_change_notice")
  await whileBroken(world, event, async () => {
    await expect(undo(secret)).rejects.toThrow("broken on purpose")
  })
  expect(await emailOf(ann)).toBe(to)
  expect(await statusOf(world, session.secret)).toBe("active")
  expect(await undo(secret)).toMatchObject({ ok: true })
})

async function changedTwice() {
  const [ann, middle] = [await addPerson(world), someAddress()]
  await changeEmail(world, ann, middle)
  await changeEmail(world, ann, someAddress())
  const first = await linkIn(world, ann.email, "email_change_notice")
  const second = await linkIn(world, middle, "email_change_notice")
  return { ann, middle, first, second }
}

function undo(secret: string) {
  const link = { secret, address: null, nameOf: (id: string) => `the ${id} one` }
  return undoEmailChange(world, link)
}

/** Connects a provider's account, so long ago. */
async function connect(
  { id }: Person,
  provider: string,
  providerAccountId: string,
  ago = "0 days",
) {
  await stores.accounts.link(id, { provider, providerAccountId }, "oidc")
  await sql(
    `UPDATE "Account" SET "linkedAt" = now() - $2::interval WHERE "providerAccountId" = $1`,
    [providerAccountId, ago],
  )
}

async function emailOf({ id }: Person): Promise<string | undefined> {
  return (await stores.users.find(id))?.email
}
