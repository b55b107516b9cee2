import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import {
  actorIn,
  actorOf,
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  statusOf,
} from "@/scripts/test-people"
import { linkAccount, unlinkAccount } from "./link-account"

const world = await createWorld()
afterAll(world.close)
const { transact, stores } = world
const rule = authentication.triggers.provider_unlinked

const someAccount = () => ({ provider: "oidc", providerAccountId: randomUUID() })

test("a linked account opens its person's account, and no one else's from then on", async () => {
  const [ann, bob, account] = [await addPerson(world), await addPerson(world), someAccount()]
  expect(await linkAccount(transact, await actorOf(world, ann), account, "oidc")).toEqual({
    ok: true,
    value: null,
  })
  expect(await linkAccount(transact, await actorOf(world, ann), account, "oidc")).toEqual({
    ok: false,
    failure: "linked_already",
  })
  expect(await linkAccount(transact, await actorOf(world, bob), account, "oidc")).toEqual({
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
  const actors = [await actorOf(world, ann), await actorOf(world, bob)]
  const linked = await Promise.all(
    actors.map((actor) => linkAccount(transact, actor, account, "oidc")),
  )
  expect(linked.filter(({ ok }) => ok)).toHaveLength(1)
})

test("unlinking ends the other devices, spares this one, and is written down", async () => {
  const [ann, account] = [await addPerson(world), someAccount()]
  await linkAccount(transact, await actorOf(world, ann), account, "oidc")
  const [current, phone] = [await issueTo(world, ann), await issueTo(world, ann)]

  expect(await unlinkAccount(transact, actorIn(ann, current), account, rule)).toEqual({
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
  await linkAccount(transact, await actorOf(world, bob), account, "oidc")
  const session = await issueTo(world, ann)
  expect(await unlinkAccount(transact, actorIn(ann, session), account, rule)).toEqual({
    ok: false,
    failure: "not_found",
  })
  expect((await stores.accounts.findOwner(account))?.userId).toBe(bob.id)
  expect(await statusOf(world, session.secret)).toBe("active")
})

test("the last way in stays, also when two tabs unlink at once", async () => {
  const ann = await addPerson(world, { password: null })
  const accounts = [someAccount(), someAccount()]
  const actor = await actorOf(world, ann)
  for (const account of accounts) await linkAccount(transact, actor, account, "oidc")

  const unlinked = await Promise.all(
    accounts.map((account) => unlinkAccount(transact, actor, account, rule)),
  )

  expect(unlinked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(unlinked).toContainEqual({ ok: false, failure: "last_way_in" })
  expect(await stores.accounts.list(ann.id)).toHaveLength(1)
})
