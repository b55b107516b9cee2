import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { deleteUser } from "@/lib/users/admin/administer-user"
import { logUserOut } from "@/lib/users/admin/log-user-out"
import { revokeSelected } from "@/lib/users/admin/revoke-selected"
import { addPerson, createWorld, issueTo } from "@/test/world/people"
import { auditDirectory } from "./audit-directory"
import { pageSize } from "./keyset"

const world = await createWorld()
afterAll(world.close)
const { stores } = world
const directory = auditDirectory(world.connection)

const anyAct = { action: null, personId: null }

async function anAdministrator() {
  const { id: userId, address } = await addPerson(world, { role: "admin" })
  const { token } = await issueTo(world, { id: userId, address })
  return { userId, address, tokenId: token.id }
}

test("an act shows who did it to whom, why, how far, how many, and from where", async () => {
  const by = await anAdministrator()
  const ann = await addPerson(world)
  await issueTo(world, ann)
  await logUserOut(world, by, { userId: ann.id, purposes: ["session"], reason: null })

  const { items } = await directory.page({ ...anyAct, personId: ann.id })
  expect(items).toEqual([
    {
      id: expect.any(String),
      at: expect.any(Date),
      action: "log_out_everywhere",
      actor: { id: by.userId, email: `${by.userId}@example.com`, name: "Ann" },
      target: { id: ann.id, email: ann.email, name: "Ann" },
      reason: "revoked_by_admin",
      scope: "everywhere",
      count: 1,
      address: by.address,
      details: {},
      people: [],
      userAgent: null,
    },
  ])
})

test("somebody whose account is gone keeps the id", async () => {
  const by = await anAdministrator()
  const ann = await addPerson(world)
  await deleteUser(world, by, ann.id)
  const { items } = await directory.page({ ...anyAct, personId: ann.id })
  expect(items[0]).toMatchObject({
    action: "delete_user",
    target: { id: ann.id, email: null, name: null },
  })
})

test("a person is found in acts of their own, on them, and on several at once", async () => {
  const by = await anAdministrator()
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const chosen = [await issueTo(world, ann), await issueTo(world, bob)]
  await revokeSelected(
    world,
    by,
    chosen.map(({ token }) => token.id),
  )
  await logUserOut(world, by, { userId: ann.id, purposes: ["session"], reason: null })

  const actsWith = async (personId: string) =>
    (await directory.page({ ...anyAct, personId })).items.map(({ action }) => action)
  expect(await actsWith(ann.id)).toEqual(["log_out_everywhere", "revoke_selected"])
  expect(await actsWith(bob.id)).toEqual(["revoke_selected"])
  expect(await actsWith(by.userId)).toEqual(["log_out_everywhere", "revoke_selected"])
  expect(await actsWith(randomUUID())).toEqual([])

  const [, several] = (await directory.page({ ...anyAct, personId: ann.id })).items
  expect(several?.people.map(({ id, email }) => ({ id, email }))).toEqual(
    several?.details.people && [ann, bob].map(({ id, email }) => ({ id, email })),
  )
})

test("pages of one kind of act lead through it once, the latest first, there and back", async () => {
  const ann = await addPerson(world)
  for (let n = 1; n <= pageSize + 3; n++) {
    const entry = { actorId: ann.id, targetId: ann.id, address: null }
    await stores.audit.append({ ...entry, action: "log_in", count: n })
    await stores.audit.append({ ...entry, action: "prove" })
  }
  const search = { action: "log_in", personId: ann.id } as const
  const first = await directory.page(search)
  const second = await directory.page({ ...search, after: first.next ?? "" })
  const events = [...first.items, ...second.items]
  const times = events.map(({ at }) => +at)
  expect(new Set(events.map(({ count }) => count)).size).toBe(pageSize + 3)
  expect(times).toEqual([...times].sort((one, other) => other - one))
  expect(second.next).toBeNull()
  expect(await directory.page({ ...search, before: second.previous ?? "" })).toEqual(first)
  expect(await directory.page({ ...search, after: "garbage" })).toEqual(first)
})

test("the one session that an act ended is known by its device", async () => {
  const by = await anAdministrator()
  const ann = await addPerson(world)
  const { token } = await issueTo(world, ann)
  await revokeSelected(world, by, [token.id])
  const { items } = await directory.page({ ...anyAct, personId: ann.id })
  expect(items[0]?.userAgent).toBe(token.device.userAgent)
})

test("of a span of time the first moment is in it, and the last is not", async () => {
  const ann = await addPerson(world)
  const entry = { actorId: ann.id, targetId: ann.id, address: null, action: "log_in" } as const
  await stores.audit.append(entry)
  const [event] = (await directory.page({ ...anyAct, personId: ann.id })).items
  if (!event) throw new Error("There is no entry.")
  const within = async (span: { from?: Date; until?: Date }) =>
    (await directory.page({ ...anyAct, personId: ann.id, ...span })).items.length
  const later = new Date(+event.at + 1)
  expect(await within({ from: event.at, until: later })).toBe(1)
  expect(await within({ from: later })).toBe(0)
  expect(await within({ until: event.at })).toBe(0)
})

test.each([
  ["10.7.0.0/16", ["10.7.0.0", "10.7.255.255"]],
  ["10.7.255.255/32", ["10.7.255.255"]],
  ["2001:db8:7::/48", ["2001:db8:7::1", "2001:db8:7:ffff::"]],
  ["0.0.0.0/0", ["10.6.255.255", "10.7.0.0", "10.7.255.255", "10.8.0.0"]],
  ["192.0.2.0/24", []],
])("of the network %s are the entries %j", async (network, found) => {
  const target = randomUUID()
  const addresses = [
    ...["10.6.255.255", "10.7.0.0", "10.7.255.255", "10.8.0.0"],
    ...["2001:db8:7::1", "2001:db8:7:ffff::", "2001:db8:8::", "no address"],
  ]
  for (const address of addresses)
    await world.sql(
      `INSERT INTO "AuditEvent" (id, action, "targetId", address) VALUES (gen_random_uuid(), 'log_in_failed', $1, $2)`,
      [target, address],
    )
  const search = { action: null, personId: target, network } as const
  const { items } = await auditDirectory(world.connection).page(search)
  expect(items.map(({ address }) => address).toSorted()).toEqual(found)
})

test("any of several acts is found, and no more than were asked for", async () => {
  const target = randomUUID()
  const happened = ["disable_user", "enable_user", "log_in", "enable_user"]
  for (const [second, action] of happened.entries())
    await world.sql(
      `INSERT INTO "AuditEvent" (id, action, "targetId", at)
       VALUES (gen_random_uuid(), $1, $2, now() + $3 * interval '1 second')`,
      [action, target, second],
    )
  const actions = ["disable_user", "enable_user"] as const
  const search = { action: null, actions, personId: target, size: 2 }
  const { items, next } = await auditDirectory(world.connection).page(search)
  expect(items.map(({ action }) => action)).toEqual(["enable_user", "enable_user"])
  expect(next).not.toBeNull()
})
