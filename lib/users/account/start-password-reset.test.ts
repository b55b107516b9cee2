import { afterAll, expect, test } from "vitest"
import { fifty, resetLinkFor } from "@/test/mail/links"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import { actorOf, addPerson, auditOf, createWorld, issueTo, statusOf } from "@/test/world/people"
import { requestPasswordReset, startPasswordReset } from "./start-password-reset"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

test("who forgot the password gets a link by mail, in any spelling of the address, and stays logged in", async () => {
  const ann = await addPerson(world)
  const { secret } = await issueTo(world, ann)
  const spelled = ` ${ann.email.toUpperCase()}`
  await requestPasswordReset(world, spelled, ann.address)
  const link = await linkIn(world, ann.email, "password_reset")
  expect(await statusOf(world, link, "password_reset")).toBe("active")
  expect(await statusOf(world, secret)).toBe("active")
  expect((await auditOf(world, ann)).map(({ action, actorId }) => [action, actorId])).toEqual([
    ["request_password_reset", null],
  ])
})

test("an address that is nobody's gets no mail, and nothing is written", async () => {
  const count = () => sql(`SELECT FROM log_out_everywhere.token UNION ALL SELECT FROM "AuditEvent"`)
  const before = await count()
  await requestPasswordReset(world, "nobody@example.com", null)
  expect(await mailsTo(world, "nobody@example.com")).toEqual([])
  expect(await count()).toHaveLength(before.length)
})

test("somebody disabled gets no mail", async () => {
  const ann = await addPerson(world)
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [
    ann.id,
  ])
  await requestPasswordReset(world, ann.email, null)
  expect(await mailsTo(world, ann.email)).toEqual([])
  expect(await auditOf(world, ann)).toEqual([])
})

test("a newer link takes the place of the one before, however many ask at once", async () => {
  const ann = await addPerson(world)
  const before = await resetLinkFor(world, ann)
  await fifty(() => requestPasswordReset(world, ann.email, null))
  expect(await statusOf(world, before, "password_reset")).toBe("revoked")
  expect(await stores.tokens.countLive(ann.id)).toEqual({ password_reset: 1 })
})

test("an administrator starts a reset: the person gets a link, and nothing else happens yet", async () => {
  const [by, ann] = [await addPerson(world, { role: "admin" }), await addPerson(world)]
  const { secret } = await issueTo(world, ann)
  const actor = await actorOf(world, by)
  const { passwordHash } = (await stores.users.findCredential({ userId: ann.id })) ?? {}

  expect(await startPasswordReset(world, actor, ann.id)).toEqual({
    ok: true,
    value: {},
  })

  expect(await statusOf(world, secret)).toBe("active")
  expect(await stores.users.findCredential({ userId: ann.id })).toMatchObject({ passwordHash })
  const link = await linkIn(world, ann.email, "password_reset")
  expect(await statusOf(world, link, "password_reset")).toBe("active")
  expect((await mailsTo(world, ann.email))[0]?.facts).toMatchObject({ startedBy: "administrator" })
  expect(await auditOf(world, ann)).toMatchObject([
    { action: "start_password_reset", actorId: by.id, reason: "reset_by_admin", count: 0 },
  ])
})

test("no reset is started for somebody disabled, and nothing of theirs changes", async () => {
  const [by, ann] = [await addPerson(world, { role: "admin" }), await addPerson(world)]
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [
    ann.id,
  ])
  const actor = await actorOf(world, by)
  expect(await startPasswordReset(world, actor, ann.id)).toEqual({
    ok: false,
    failure: "disabled",
  })
  expect(await stores.users.find(ann.id)).toMatchObject({ epoch: 0 })
  expect(await mailsTo(world, ann.email)).toEqual([])
})
