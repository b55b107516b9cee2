import { afterAll, expect, test } from "vitest"
import { inviteUser } from "@/lib/users/admin/invite-user"
import { verifyCredentials } from "@/lib/users/log-in/verify-credentials"
import type { Parts } from "@/lib/users/ports/parts"
import { fifty, resetLinkFor, whileBroken } from "@/test/mail/links"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import {
  actorOf,
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  statusOf,
} from "@/test/world/people"
import { type PasswordByLink, setPasswordByLink } from "./set-password-by-link"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const newPassword = "harbor lantern demo"
const ended = { ok: false, failure: "link_ended" }

test("a reset ends every session, logs nobody in, and its password is the one that opens the account", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const [laptop, phone, his] = [
    await issueTo(world, ann),
    await issueTo(world, ann, { isRemembered: true }),
    await issueTo(world, bob),
  ]
  const secret = await resetLinkFor(world, ann)
  for (const { secret } of [laptop, phone]) expect(await statusOf(world, secret)).toBe("active")

  expect(await reset(secret)).toMatchObject(setAndEnded(2))

  for (const { secret } of [laptop, phone]) expect(await statusOf(world, secret)).toBe("revoked")
  expect(await statusOf(world, his.secret)).toBe("active")
  expect(await stores.tokens.countLive(ann.id)).toEqual({})
  expect(await opens(ann, ann.password)).toBe(false)
  expect(await opens(ann, newPassword)).toBe(true)
  expect(await stores.users.find(ann.id)).toMatchObject({ emailVerifiedAt: expect.any(Date) })
  expect((await mailsTo(world, ann.email)).at(-1)).toMatchObject({
    kind: "password_changed",
    facts: { device: "Firefox on Linux" },
  })
  expect((await auditOf(world, ann)).find(({ action }) => action === "reset_password")).toEqual({
    action: "reset_password",
    actorId: ann.id,
    targetId: ann.id,
    reason: "password_reset",
    scope: "everywhere",
    count: 2,
    address: "192.0.2.7",
    details: null,
  })
})

test("a reset to the same password is a password change like any other", async () => {
  const ann = await addPerson(world)
  const { secret } = await issueTo(world, ann)
  const link = await resetLinkFor(world, ann)
  expect(await reset(link, { newPassword: ann.password })).toMatchObject(setAndEnded(1))
  expect(await statusOf(world, secret)).toBe("revoked")
})

test("a reset link works once", async () => {
  const ann = await addPerson(world)
  const secret = await resetLinkFor(world, ann)
  expect(await reset(secret)).toMatchObject({ ok: true })
  expect(await reset(secret, { newPassword: "another harbor demo" })).toEqual(ended)
  expect(await opens(ann, newPassword)).toBe(true)
})

test("of fifty uses of one reset link at once one wins", async () => {
  const ann = await addPerson(world)
  const secret = await resetLinkFor(world, ann)
  const used = await fifty(() => reset(secret))
  expect(used.filter(({ ok }) => ok)).toHaveLength(1)
  expect(used.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 49 }, () => ended))
  const acts = (await auditOf(world, ann)).map(({ action }) => action)
  expect(acts.filter((action) => action === "reset_password")).toHaveLength(1)
})

test("a password that is refused leaves the link as it was", async () => {
  const ann = await addPerson(world)
  const secret = await resetLinkFor(world, ann)
  const tooShort = { ok: false, failure: "too_short" }
  const strict = { ...world, passwords: { minimumLength: newPassword.length + 1 } }
  expect(await reset(secret, { newPassword: "short" })).toEqual(tooShort)
  expect(await reset(secret, {}, strict)).toEqual(tooShort)
  expect(await opens(ann, ann.password)).toBe(true)
  expect(await reset(secret)).toMatchObject({ ok: true })
})

test.each([
  [
    "that is past its deadline",
    `UPDATE log_out_everywhere.token SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`,
  ],
  [
    "of somebody disabled",
    `UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`,
  ],
  [
    "of an epoch that is over",
    `UPDATE log_out_everywhere.owner SET epoch = epoch + 1 WHERE "userId" = $1`,
  ],
])("a reset link %s changes nothing", async (_, change) => {
  const ann = await addPerson(world)
  const secret = await resetLinkFor(world, ann)
  await sql(change, [ann.id])
  expect(await reset(secret)).toEqual(ended)
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = NULL WHERE "userId" = $1`, [ann.id])
  expect(await opens(ann, ann.password)).toBe(true)
})

test.each(["session", "api", "magic_link", "invitation", "report"] as const)(
  "a secret for another purpose resets nothing: %s",
  async (purpose) => {
    const ann = await addPerson(world)
    const { secret } = await issueTo(world, ann, { purpose })
    expect(await reset(secret)).toEqual(ended)
    expect(await opens(ann, ann.password)).toBe(true)
    expect(await statusOf(world, secret, purpose)).toBe("active")
  },
)

test.each(["", "nonsense", "x".repeat(10_000), "\0"])("garbage resets nothing", async (secret) => {
  expect(await reset(secret)).toEqual(ended)
})

test.each([
  ["ending the sessions", "INSERT ON log_out_everywhere.ended_epoch"],
  ["writing the hash", 'UPDATE OF "passwordHash" ON "User"'],
  ["raising the epoch", "UPDATE OF epoch ON log_out_everywhere.owner"],
  ["writing it down", 'INSERT ON "AuditEvent"'],
  ["telling of it", 'INSERT ON "OutboxMail"'],
])("when %s fails, the old password, the sessions and the link stay", async (_, event) => {
  const ann = await addPerson(world)
  const phone = await issueTo(world, ann)
  const secret = await resetLinkFor(world, ann)
  await whileBroken(world, event, async () => {
    await expect(reset(secret)).rejects.toThrow("broken on purpose")
  })
  expect(await statusOf(world, phone.secret)).toBe("active")
  expect(await opens(ann, ann.password)).toBe(true)
  expect(await reset(secret)).toMatchObject(setAndEnded(1))
})

test("a reset forgets the failures of whoever guessed before", async () => {
  const ann = await addPerson(world)
  const secret = await resetLinkFor(world, ann)
  for (let failure = 0; failure < 12; failure++) await opens(ann, "not the password")
  expect(await opens(ann, ann.password)).toBe(false)
  await reset(secret)
  expect(await opens(ann, newPassword)).toBe(true)
})

test("an invitation sets the first password and confirms the address, once, and tells of no change", async () => {
  const by = await addPerson(world, { role: "admin" })
  const actor = await actorOf(world, by)
  const email = `invited-${by.id}@example.com`
  const invitation = { email, name: "Cy", role: "user", invitedBy: "Ann" } as const
  const invited = await inviteUser(world, actor, invitation)
  if (!invited.ok) throw new Error(invited.failure)
  const cy = { id: invited.value.id, email, password: "", address: by.address }
  const secret = await linkIn(world, email, "invitation")

  expect(await reset(secret)).toEqual(ended)
  expect(await reset(secret, { purpose: "invitation" })).toMatchObject(setAndEnded(0))
  expect(await reset(secret, { purpose: "invitation" })).toEqual(ended)

  expect(await opens(cy, newPassword)).toBe(true)
  expect(await stores.users.find(cy.id)).toMatchObject({ emailVerifiedAt: expect.any(Date) })
  expect((await auditOf(world, cy)).map(({ action }) => action)).toContain("accept_invitation")
  expect((await mailsTo(world, email)).map(({ kind }) => kind)).toEqual(["invitation"])
})

function reset(secret: string, change: Partial<PasswordByLink> = {}, on: Parts = world) {
  const device = { device: "Firefox on Linux", address: "192.0.2.7" }
  const asked = {
    purpose: "password_reset",
    secret,
    newPassword,
    device,
    nameOf: String,
    ...change,
  } as const
  return setPasswordByLink(on, asked)
}

async function opens({ email, address }: Person, password: string): Promise<boolean> {
  const tried = { email, address, door: { kind: "stranger" } } as const
  return (await verifyCredentials(world, tried, password)).ok
}

const setAndEnded = (count: number) => ({ ok: true, value: { count } })
