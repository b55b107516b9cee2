import { endablePurposes } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { verifyPassword } from "@/lib/users/log-in/password"
import { verifyCredentials } from "@/lib/users/log-in/verify-credentials"
import type { Parts } from "@/lib/users/ports/parts"
import { whileBroken } from "@/test/mail/links"
import {
  actingIn,
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  statusOf,
} from "@/test/world/people"
import { withRule } from "@/test/world/rules"
import { changePassword, type PasswordChange } from "./change-password"

const world = await createWorld()
afterAll(world.close)
const { stores } = world

const newPassword = "harbor lantern demo"

test("a new password rotates this session, ends the others, and is the one that opens the account", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const [laptop, phone, his] = [
    await issueTo(world, ann),
    await issueTo(world, ann),
    await issueTo(world, bob),
  ]
  for (const { secret } of [laptop, phone]) expect(await statusOf(world, secret)).toBe("active")

  const changed = await change(ann, laptop)

  expect(changed).toMatchObject({ ok: true, value: { ended: { session: 1 } } })
  expect(await statusOf(world, changed.ok ? changed.value.secret : "")).toBe("active")
  expect(await statusOf(world, laptop.secret)).toBe("unknown")
  expect(await statusOf(world, phone.secret)).toBe("revoked")
  expect(await statusOf(world, his.secret)).toBe("active")
  expect(await opens(ann, ann.password)).toBe(false)
  expect(await opens(ann, newPassword)).toBe(true)
})

test("the password that a person has is no new one: nothing changes, and nobody learns of it by a wrong one", async () => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  const same = { newPassword: ann.password }
  expect(await change(ann, laptop, same)).toEqual({ ok: false, failure: "same_password" })
  for (const { secret } of [laptop, phone]) expect(await statusOf(world, secret)).toBe("active")

  const wrong = { currentPassword: newPassword, newPassword }
  expect(await change(ann, laptop, wrong)).toEqual({ ok: false, failure: "wrong_password" })
})

test("where the person spares the other devices, pending links end all the same", async () => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  const link = await issueTo(world, ann, { purpose: "magic_link" })

  const asking = { scope: "ask", purposes: endablePurposes } as const
  const on = withRule(world, "password_changed", asking)
  const changed = await change(ann, laptop, { endsOthers: false }, on)

  expect(changed).toMatchObject({ ok: true, value: { ended: { magic_link: 1 } } })
  expect(await statusOf(world, phone.secret)).toBe("active")
  expect(await statusOf(world, laptop.secret)).toBe("unknown")
  expect(await statusOf(world, link.secret, "magic_link")).toBe("revoked")
})

test("who has no password yet sets one, and only while there is none", async () => {
  const ann = await addPerson(world, { password: null })
  const laptop = await issueTo(world, ann)
  const changed = await change(ann, laptop, { currentPassword: null })
  expect(changed).toMatchObject({ ok: true })
  expect(await opens(ann, newPassword)).toBe(true)

  const rotated = { ...laptop, ...(changed.ok && { secret: changed.value.secret }) }
  expect(await change(ann, rotated, { currentPassword: null })).toEqual({
    ok: false,
    failure: "wrong_password",
  })
})

test.each([
  ["a wrong current password", { currentPassword: "lantern harbor demos" }, "wrong_password"],
  ["an empty current password", { currentPassword: "" }, "wrong_password"],
  ["a password that is too short", { newPassword: "short" }, "too_short"],
  ["a password that is too short for the policy", {}, "too_short", 64],
  ["a password that many have", { newPassword: "1qaz2wsx3edc" }, "too_common"],
] as const)("%s changes nothing", async (_, attempted, failure, minimumLength?: number) => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  const on = { ...world, passwords: { minimumLength: minimumLength ?? 12 } }
  expect(await change(ann, laptop, attempted, on)).toEqual({ ok: false, failure })
  await expectNothingChanged(ann, [laptop, phone])
})

test("a wrong current password is written down like any proof that failed", async () => {
  const ann = await addPerson(world)
  const laptop = await issueTo(world, ann)
  await change(ann, laptop, { currentPassword: "not the password" })
  expect(await auditOf(world, ann)).toMatchObject([
    { action: "prove_failed", actorId: ann.id, targetId: ann.id, address: ann.address },
  ])
})

test("a session that was rotated or ended meanwhile cannot change the password", async () => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  expect(await change(ann, { ...laptop, secret: phone.secret })).toEqual({
    ok: false,
    failure: "changed_meanwhile",
  })
  await expectNothingChanged(ann, [laptop, phone])
})

test("of two changes at once one wins, and the other says so", async () => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  const results = await Promise.all([change(ann, laptop), change(ann, phone)])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter(({ ok }) => !ok)).toEqual([
    { ok: false, failure: expect.stringMatching(/changed_meanwhile|wrong_password/) },
  ])
  expect(
    (await auditOf(world, ann)).filter(({ action }) => action === "change_password"),
  ).toHaveLength(1)
})

test("one entry tells of the change and of how many tokens ended with it", async () => {
  const ann = await addPerson(world)
  const [laptop] = [
    await issueTo(world, ann),
    await issueTo(world, ann),
    await issueTo(world, ann, { purpose: "api" }),
  ]
  await change(ann, laptop)
  expect(await auditOf(world, ann)).toEqual([
    {
      action: "change_password",
      actorId: ann.id,
      targetId: ann.id,
      reason: "password_change",
      scope: "others",
      count: 2,
      address: ann.address,
      details: null,
    },
  ])
})

test.each([
  ["ending the sessions", "INSERT ON log_out_everywhere.ended_epoch"],
  ["carrying this session into the new epoch", "UPDATE OF epoch ON log_out_everywhere.token"],
  ["rotating this session", "UPDATE OF hash ON log_out_everywhere.token"],
  ["writing the hash", 'UPDATE OF "passwordHash" ON "User"'],
  ["raising the epoch", "UPDATE OF epoch ON log_out_everywhere.owner"],
  ["writing it down", 'INSERT ON "AuditEvent"'],
])("when %s fails, the old password stays and so does every session", async (_, event) => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  await whileBroken(world, event, async () => {
    await expect(change(ann, laptop)).rejects.toThrow("broken on purpose")
  })
  await expectNothingChanged(ann, [laptop, phone])
})

function change(
  person: Person,
  session: Parameters<typeof actingIn>[1],
  how: Partial<PasswordChange> = {},
  on: Parts = world,
) {
  const asked = {
    currentPassword: person.password,
    newPassword,
    endsOthers: true,
    device: "Firefox on Linux",
    ...how,
  }
  return changePassword(on, actingIn(person, session), asked)
}

async function opens({ email, address }: Person, password: string): Promise<boolean> {
  const tried = { email, address, door: { kind: "stranger" } } as const
  return (await verifyCredentials(world, tried, password)).ok
}

async function expectNothingChanged(person: Person, sessions: readonly { secret: string }[]) {
  const credential = await stores.users.findCredential({ userId: person.id })
  expect(credential?.epoch).toBe(0)
  expect(await verifyPassword(credential?.passwordHash ?? null, person.password)).toBe(true)
  for (const { secret } of sessions) expect(await statusOf(world, secret)).toBe("active")
  const acts = (await auditOf(world, person)).map(({ action }) => action)
  expect(acts.filter((action) => action !== "prove_failed")).toEqual([])
}
