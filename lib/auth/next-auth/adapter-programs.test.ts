/** The adapter's methods as a program of the app's own calls them, outside of any log-in. */
import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { logOutFor } from "@/lib/users/log-in/log-out"
import { adapterOn } from "@/test/races/race-parts"
import { addPerson, auditOf, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
afterAll(world.close)
const { sql, stores } = world
const adapter = adapterOn(world.connection)
const open = adapterOn(world.connection, true)

test("an id that is none is nobody's, and a profile without an address is refused in a sentence", async () => {
  expect(await adapter.getUser("42")).toBe(null)
  await adapter.deleteUser("42")
  const profile = { name: "Ann" } as Parameters<typeof open.createUser>[0]
  await expect((async () => open.createUser(profile))()).rejects.toThrow("email address")
})

test("a provider that a program takes away ends what it opened, and is written down as nobody's act", async () => {
  const ann = await addPerson(world)
  const account = { provider: "oidc", providerAccountId: randomUUID() }
  await stores.accounts.link(ann.id, account, "oidc")
  const { secret } = await issueTo(world, ann)
  expect(await statusOf(world, secret)).toBe("active")
  await adapter.unlinkAccount(account)
  expect(await statusOf(world, secret)).not.toBe("active")
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
    const revoke = () => logOutFor(world, id, { kind: "everywhere", purposes: ["session"] })
    await expect(revoke()).rejects.toThrow("No user has this id")
    expect(await sql(`SELECT FROM "AuditEvent" WHERE "targetId"::text = $1`, [id])).toEqual([])
  },
)
