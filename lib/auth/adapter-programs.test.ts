/** The adapter's methods as a program of the app's own calls them, outside of any log-in. */
import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { logOutFor } from "@/lib/users/log-out"
import { adapterOn } from "@/scripts/race-parts"
import { addPerson, auditOf, createWorld, issueTo } from "@/scripts/test-people"

const world = await createWorld()
afterAll(world.close)
const { sql } = world
const adapter = adapterOn(world.connection)
const open = adapterOn(world.connection, true)
const { useVerificationToken: consume } = adapter

test("an id that is none is nobody's, and a profile without an address is refused in a sentence", async () => {
  expect(await adapter.getUser("42")).toBe(null)
  await adapter.deleteUser("42")
  const profile = { name: "Ann" } as Parameters<typeof open.createUser>[0]
  await expect((async () => open.createUser(profile))()).rejects.toThrow("email address")
})

test("two people who are given one short code each use their own, which ends when the answer says", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const wish = { token: "123456", expires: new Date(Date.now() + 365 * 86_400_000) }
  const codes = [ann, bob].map(({ email: identifier }) =>
    adapter.createVerificationToken({ ...wish, identifier }),
  )
  for (const [index, { email: identifier }] of [ann, bob].entries()) {
    const told = await codes[index]
    const used = await consume({ identifier, token: wish.token })
    expect(used).toEqual(told)
    expect(Number(told?.expires)).toBeLessThan(+wish.expires)
    expect(await consume({ identifier, token: wish.token })).toBe(null)
  }
})

test("a provider that a program takes away ends what it opened, and is written down as nobody's act", async () => {
  const ann = await addPerson(world)
  const account = { provider: "oidc", providerAccountId: randomUUID(), type: "oidc" as const }
  await adapter.linkAccount({ ...account, userId: ann.id })
  const { secret } = await issueTo(world, ann)
  expect(await adapter.getSessionAndUser(secret)).not.toBe(null)
  await adapter.unlinkAccount(account)
  expect(await adapter.getSessionAndUser(secret)).toBe(null)
  expect(await auditOf(world, ann)).toMatchObject([
    { action: "unlink_provider", actorId: null, count: 1, details: { by: "program" } },
  ])
})

test("a program deletes a person, but not the last administrator", async () => {
  const ann = await addPerson(world)
  await adapter.deleteUser(ann.id)
  expect(await adapter.getUser(ann.id)).toBe(null)
  expect(await auditOf(world, ann)).toMatchObject([
    { action: "delete_user", actorId: null, details: { by: "program" } },
  ])

  const admin = await addPerson(world, { role: "admin" })
  await expect((async () => adapter.deleteUser(admin.id))()).rejects.toThrow("last administrator")
  expect(await adapter.getUser(admin.id)).not.toBe(null)
})

test.each(["42", randomUUID()])(
  "the action on %s, who is nobody, says so and writes nothing",
  async (id) => {
    const revoke = () =>
      logOutFor(world.transact, id, { kind: "everywhere", purposes: ["session"] })
    await expect(revoke()).rejects.toThrow("No user has this id")
    expect(await sql(`SELECT FROM "AuditEvent" WHERE "targetId"::text = $1`, [id])).toEqual([])
  },
)
