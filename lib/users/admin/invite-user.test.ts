import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import type { Actor } from "@/lib/users/ports/user"
import { whileBroken } from "@/test/mail/links"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import { addPerson, anAdministrator, auditOf, createWorld, statusOf } from "@/test/world/people"
import { inviteAgain, inviteUser } from "./invite-user"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const someAddress = () => `${randomUUID()}@example.com`

test("an invited person has an account without a password, and a link to choose one", async () => {
  const [by, email] = [await anAdministrator(world), someAddress()]
  const invited = await invite(by, email.toUpperCase())
  expect(invited).toMatchObject({
    ok: true,
    value: { email, role: "admin", hasPassword: false, emailVerifiedAt: null },
  })
  const link = await linkIn(world, email, "invitation")
  expect(await statusOf(world, link, "invitation")).toBe("active")
  expect((await mailsTo(world, email)).map(({ facts }) => facts)).toMatchObject([
    { invitedBy: "Ada" },
  ])
  const id = invited.ok ? invited.value.id : ""
  expect(await auditOf(world, { id })).toMatchObject([
    { action: "invite_user", actorId: by.userId, details: { role: "admin" } },
  ])
})

test("an address with an account is not invited, and its owner hears nothing", async () => {
  const [by, ann] = [await anAdministrator(world), await addPerson(world)]
  expect(await invite(by, ann.email)).toEqual({ ok: false, failure: "email_taken" })
  expect(await mailsTo(world, ann.email)).toEqual([])
})

test("of two invitations of one address at once one makes the account", async () => {
  const [by, email] = [await anAdministrator(world), someAddress()]
  const invited = await Promise.all([invite(by, email), invite(by, email)])
  expect(invited.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await mailsTo(world, email)).toHaveLength(1)
})

test("inviting again ends the link before it; whoever has a password by now needs none", async () => {
  const [by, email] = [await anAdministrator(world), someAddress()]
  const invited = await invite(by, email)
  const id = invited.ok ? invited.value.id : ""
  const before = await linkIn(world, email, "invitation")
  expect(await inviteAgain(world, by, id, "Ada")).toEqual({ ok: true, value: null })
  expect(await statusOf(world, before, "invitation")).toBe("revoked")
  expect(await stores.tokens.countLive(id)).toEqual({ invitation: 1 })

  await sql(`UPDATE "User" SET "passwordHash" = 'a hash' WHERE id = $1`, [id])
  expect(await inviteAgain(world, by, id, "Ada")).toEqual({
    ok: false,
    failure: "has_password",
  })
  expect(await mailsTo(world, email)).toHaveLength(2)
})

test("an invitation that cannot be written down makes no account and mails nothing", async () => {
  const [by, email] = [await anAdministrator(world), someAddress()]
  await whileBroken(world, 'INSERT ON "AuditEvent"', async () => {
    await expect(invite(by, email)).rejects.toThrow("broken on purpose")
  })
  expect(await stores.users.findByEmail(email)).toBe(null)
  expect(await mailsTo(world, email)).toEqual([])
})

function invite(by: Actor, email: string) {
  const invitation = { email, name: "Cy", role: "admin", invitedBy: "Ada" } as const
  return inviteUser(world, by, invitation)
}
