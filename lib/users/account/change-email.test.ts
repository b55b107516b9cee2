import { randomUUID } from "node:crypto"
import { endablePurposes, type TriggerRule } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { changeEmail, emailLinkFor, fifty, whileBroken } from "@/test/mail/links"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import {
  actorIn,
  actorOf,
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  statusOf,
} from "@/test/world/people"
import { withRule } from "@/test/world/rules"
import { cancelEmailChange, confirmEmailChange, requestEmailChange } from "./change-email"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const { triggers } = authentication
const someAddress = () => `${randomUUID()}@example.com`
const ended = { ok: false, failure: "link_ended" }

test("asking changes nothing but that a link waits at the new address, in the spelling in which it is kept", async () => {
  const [ann, to] = [await addPerson(world), someAddress()]
  const laptop = await issueTo(world, ann)
  const asked = ` ${to.toUpperCase()} `
  expect(await requestEmailChange(world, actorIn(ann, laptop), asked)).toMatchObject({
    ok: true,
  })
  expect(await stores.users.find(ann.id)).toMatchObject({ email: ann.email })
  expect(await statusOf(world, laptop.secret)).toBe("active")
  expect(await mailsTo(world, ann.email)).toEqual([])
  expect(await mailsTo(world, to)).toMatchObject([
    { kind: "email_change", facts: { oldEmail: ann.email } },
  ])
})

test("confirming gives the new address, spares the acting session, and mails the old address a way back", async () => {
  const [ann, to] = [await addPerson(world), someAddress()]
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  const secret = await emailLinkFor(world, ann, to)

  expect(await confirm(secret, { currentTokenId: laptop.token.id })).toEqual({
    ok: true,
    value: { email: to, ended: 1 },
  })

  const person = await stores.users.find(ann.id)
  expect(person).toMatchObject({ email: to, emailVerifiedAt: expect.any(Date) })
  expect(await statusOf(world, laptop.secret)).toBe("active")
  expect(await statusOf(world, phone.secret)).toBe("revoked")
  const undo = await linkIn(world, ann.email, "email_change_notice")
  expect(await statusOf(world, undo, "email_change_undo")).toBe("active")
  expect((await auditOf(world, ann)).map(({ action, count }) => [action, count])).toEqual([
    ["request_email_change", null],
    ["change_email", 1],
  ])
  expect(JSON.stringify(await auditOf(world, ann))).not.toContain("@")
})

test("the way back lives even where the policy ends everything with a change of address", async () => {
  const [ann, to] = [await addPerson(world), someAddress()]
  const secret = await emailLinkFor(world, ann, to)
  await confirm(secret, {}, { scope: "everywhere", purposes: endablePurposes })
  const undo = await linkIn(world, ann.email, "email_change_notice")
  expect(await statusOf(world, undo, "email_change_undo")).toBe("active")
})

test("of fifty uses of one link at once one wins", async () => {
  const [ann, to] = [await addPerson(world), someAddress()]
  const secret = await emailLinkFor(world, ann, to)
  const used = await fifty(() => confirm(secret))
  expect(used.filter(({ ok }) => ok)).toHaveLength(1)
  expect(used.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 49 }, () => ended))
  expect((await mailsTo(world, ann.email)).map(({ kind }) => kind)).toEqual(["email_change_notice"])
})

test("an address that is somebody's gets no mail, and who asks does not learn it", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const actor = await actorOf(world, ann)
  const asked = await requestEmailChange(world, actor, bob.email)
  expect(asked).toEqual(await requestEmailChange(world, actor, someAddress()))
  expect(await mailsTo(world, bob.email)).toEqual([])
})

test("one's own address is no change", async () => {
  const ann = await addPerson(world)
  const failed = { ok: false, failure: "same_email" }
  const own = ann.email.toUpperCase()
  const actor = await actorOf(world, ann)
  expect(await requestEmailChange(world, actor, own)).toEqual(failed)
  expect(await auditOf(world, ann)).toEqual([])
})

test("an address that somebody got meanwhile is refused, and the link still works once it is free", async () => {
  const [ann, bob, to] = [await addPerson(world), await addPerson(world), someAddress()]
  const secret = await emailLinkFor(world, ann, to)
  await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [bob.id, to])
  expect(await confirm(secret)).toEqual({ ok: false, failure: "email_taken" })
  expect(await statusOf(world, secret, "email_change")).toBe("active")

  await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [bob.id, bob.email])
  expect(await confirm(secret)).toMatchObject({ ok: true })
})

test("of two people who confirm one address at once one gets it, and the other learns why not", async () => {
  for (let round = 0; round < 5; round++) {
    const [ann, bob, to] = [await addPerson(world), await addPerson(world), someAddress()]
    const secrets = [await emailLinkFor(world, ann, to), await emailLinkFor(world, bob, to)]
    const confirmed = await Promise.all(secrets.map((secret) => confirm(secret)))
    expect(confirmed).toContainEqual({ ok: true, value: { email: to, ended: 0 } })
    expect(confirmed).toContainEqual({ ok: false, failure: "email_taken" })
  }
})

test("a newer request ends the link of the one before", async () => {
  const ann = await addPerson(world)
  const before = await emailLinkFor(world, ann, someAddress())
  const after = await emailLinkFor(world, ann, someAddress())
  expect(await confirm(before)).toEqual(ended)
  expect(await confirm(after)).toMatchObject({ ok: true })
})

test("a request that was taken back confirms nothing, and taking back twice is written down once", async () => {
  const ann = await addPerson(world)
  const secret = await emailLinkFor(world, ann, someAddress())
  const actor = await actorOf(world, ann)
  expect(await cancelEmailChange(world, actor)).toEqual({ ok: true, value: 1 })
  expect(await cancelEmailChange(world, actor)).toEqual({ ok: true, value: 0 })
  expect(await confirm(secret)).toEqual(ended)
  expect(await stores.users.find(ann.id)).toMatchObject({ email: ann.email })
  const acts = (await auditOf(world, ann)).map(({ action }) => action)
  expect(acts.filter((action) => action === "cancel_email_change")).toHaveLength(1)
})

test.each([
  ["ending the other devices", "INSERT ON log_out_everywhere.ended_epoch"],
  ["writing it down", 'INSERT ON "AuditEvent"'],
  ["mailing the way back", 'INSERT ON "OutboxMail"'],
])("when %s fails, the old address, the sessions and the link stay", async (_, event) => {
  const ann = await addPerson(world)
  const phone = await issueTo(world, ann)
  const secret = await emailLinkFor(world, ann, someAddress())
  await whileBroken(world, event, async () => {
    await expect(confirm(secret)).rejects.toThrow("broken on purpose")
  })
  expect(await stores.users.find(ann.id)).toMatchObject({ email: ann.email })
  expect(await statusOf(world, phone.secret)).toBe("active")
  expect(await confirm(secret)).toMatchObject({ ok: true, value: { ended: 1 } })
})

test("a link of somebody who was disabled meanwhile confirms nothing", async () => {
  const ann = await addPerson(world)
  const secret = await emailLinkFor(world, ann, someAddress())
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [
    ann.id,
  ])
  expect(await confirm(secret)).toEqual(ended)
})

test("a change of address is one entry and one mail to each side, however often it is made", async () => {
  const [ann, to, again] = [await addPerson(world), someAddress(), someAddress()]
  await changeEmail(world, ann, to)
  await changeEmail(world, ann, again)
  expect((await mailsTo(world, ann.email)).map(({ kind }) => kind)).toEqual(["email_change_notice"])
  expect((await mailsTo(world, to)).map(({ kind }) => kind)).toEqual([
    "email_change",
    "email_change_notice",
  ])
})

function confirm(
  secret: string,
  change: { currentTokenId?: string } = {},
  rule: TriggerRule = triggers.email_changed,
) {
  const confirmation = { secret, currentTokenId: null, address: null, ...change }
  return confirmEmailChange(withRule(world, "email_changed", rule), confirmation)
}
