import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import {
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  statusOf,
} from "@/scripts/test-people"
import { linkAccount, unlinkAccount } from "./link-account"

const world = await createWorld()
afterAll(world.close)
const { transact, stores } = world
const rule = authentication.triggers.provider_unlinked

const actorOf = ({ id, address }: Person) => ({ userId: id, address })
const someAccount = () => ({ provider: "oidc", providerAccountId: randomUUID() })

test("a linked account opens its person's account, and no one else's from then on", async () => {
  const [ann, bob, account] = [await addPerson(world), await addPerson(world), someAccount()]
  expect(await linkAccount(transact, actorOf(ann), account, "oidc")).toEqual({
    ok: true,
    value: null,
  })
  expect(await linkAccount(transact, actorOf(ann), account, "oidc")).toEqual({
    ok: false,
    failure: "linked_already",
  })
  expect(await linkAccount(transact, actorOf(bob), account, "oidc")).toEqual({
    ok: false,
    failure: "linked_elsewhere",
  })
  expect((await stores.accounts.findOwner(account))?.userId).toBe(ann.id)
  expect((await auditOf(world, ann)).map(({ action, details }) => [action, details])).toEqual([
    ["link_provider", { provider: "oidc" }],
  ])
  expect(await auditOf(world, bob)).toEqual([])
})

test("two people who link one account at once: one has it", async () => {
  const [ann, bob, account] = [await addPerson(world), await addPerson(world), someAccount()]
  const linked = await Promise.all(
    [ann, bob].map((person) => linkAccount(transact, actorOf(person), account, "oidc")),
  )
  expect(linked.filter(({ ok }) => ok)).toHaveLength(1)
})

test("unlinking ends the other devices, spares this one, and is written down", async () => {
  const [ann, account] = [await addPerson(world), someAccount()]
  await linkAccount(transact, actorOf(ann), account, "oidc")
  const [current, phone] = [await issueTo(world, ann), await issueTo(world, ann)]

  expect(await unlinkAccount(transact, actorOf(ann), current.token.id, account, rule)).toEqual({
    ok: true,
    value: 1,
  })

  expect(await stores.accounts.findOwner(account)).toBe(null)
  expect(await statusOf(world, current.secret)).toBe("active")
  expect(await statusOf(world, phone.secret)).toBe("revoked")
  expect((await auditOf(world, ann)).at(-1)).toMatchObject({
    action: "unlink_provider",
    scope: "others",
    count: 1,
  })
})

test("an account that is somebody else's cannot be unlinked", async () => {
  const [ann, bob, account] = [await addPerson(world), await addPerson(world), someAccount()]
  await linkAccount(transact, actorOf(bob), account, "oidc")
  const { token, secret } = await issueTo(world, ann)
  expect(await unlinkAccount(transact, actorOf(ann), token.id, account, rule)).toEqual({
    ok: false,
    failure: "not_found",
  })
  expect((await stores.accounts.findOwner(account))?.userId).toBe(bob.id)
  expect(await statusOf(world, secret)).toBe("active")
})

test("the last way in stays, also when two tabs unlink at once", async () => {
  const ann = await addPerson(world, { password: null })
  const accounts = [someAccount(), someAccount()]
  for (const account of accounts) await linkAccount(transact, actorOf(ann), account, "oidc")
  const { token } = await issueTo(world, ann)

  const unlinked = await Promise.all(
    accounts.map((account) => unlinkAccount(transact, actorOf(ann), token.id, account, rule)),
  )

  expect(unlinked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(unlinked).toContainEqual({ ok: false, failure: "last_way_in" })
  expect(await stores.accounts.list(ann.id)).toHaveLength(1)
})
