import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { whileBroken } from "@/test/mail/links"
import { mailsTo } from "@/test/mail/written-mails"
import {
  actorIn,
  actorOf,
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  statusOf,
} from "@/test/world/people"
import { linkAccount, unlinkAccount } from "./link-account"

const world = await createWorld()
afterAll(world.close)
const { stores } = world

const inWords = { provider: "Single sign-on", device: "Firefox on Linux" }
const someAccount = () => ({ provider: "oidc", providerAccountId: randomUUID() })

test("a linked account opens its person's account, and no one else's from then on", async () => {
  const [ann, bob, account] = [await addPerson(world), await addPerson(world), someAccount()]
  expect(await linkAccount(world, await actorOf(world, ann), account, "oidc", inWords)).toEqual({
    ok: true,
    value: null,
  })
  expect(await linkAccount(world, await actorOf(world, ann), account, "oidc", inWords)).toEqual({
    ok: false,
    failure: "linked_already",
  })
  expect(await linkAccount(world, await actorOf(world, bob), account, "oidc", inWords)).toEqual({
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
    actors.map((actor) => linkAccount(world, actor, account, "oidc", inWords)),
  )
  expect(linked.filter(({ ok }) => ok)).toHaveLength(1)
})

test("unlinking ends the other devices, spares this one, and is written down", async () => {
  const [ann, account] = [await addPerson(world), someAccount()]
  await linkAccount(world, await actorOf(world, ann), account, "oidc", inWords)
  const [current, phone] = [await issueTo(world, ann), await issueTo(world, ann)]

  expect(await unlinkAccount(world, actorIn(ann, current), account, inWords)).toEqual({
    ok: true,
    value: { session: 1 },
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

test("the owner is told by mail what was connected and what was removed, where and when, and nobody of what failed", async () => {
  const [ann, bob, account] = [await addPerson(world), await addPerson(world), someAccount()]
  const [hers, his] = [await actorOf(world, ann), await actorOf(world, bob)]
  await linkAccount(world, hers, account, "oidc", inWords)
  await linkAccount(world, hers, account, "oidc", inWords)
  await linkAccount(world, his, account, "oidc", inWords)
  await unlinkAccount(world, hers, account, inWords)
  await unlinkAccount(world, hers, account, inWords)

  const facts = { ...inWords, address: ann.address, at: expect.any(String) }
  expect(await mailsTo(world, ann.email)).toEqual([
    { kind: "provider_connected", to: ann.email, facts },
    { kind: "provider_disconnected", to: ann.email, facts },
  ])
  expect(await mailsTo(world, bob.email)).toEqual([])
})

test("a log-in whose mail cannot be written is neither connected nor removed", async () => {
  const [ann, account, kept] = [await addPerson(world), someAccount(), someAccount()]
  const session = await issueTo(world, ann)
  const actor = actorIn(ann, session)
  await linkAccount(world, actor, kept, "oidc", inWords)
  await whileBroken(world, 'INSERT ON "OutboxMail"', async () => {
    const linking = linkAccount(world, actor, account, "oidc", inWords)
    await expect(linking).rejects.toThrow("broken on purpose")
    const unlinking = unlinkAccount(world, actor, kept, inWords)
    await expect(unlinking).rejects.toThrow("broken on purpose")
  })
  expect(await stores.accounts.list(ann.id)).toMatchObject([kept])
  expect(await statusOf(world, session.secret)).toBe("active")
})

test("an account that is somebody else's cannot be unlinked", async () => {
  const [ann, bob, account] = [await addPerson(world), await addPerson(world), someAccount()]
  await linkAccount(world, await actorOf(world, bob), account, "oidc", inWords)
  const session = await issueTo(world, ann)
  expect(await unlinkAccount(world, actorIn(ann, session), account, inWords)).toEqual({
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
  for (const account of accounts) await linkAccount(world, actor, account, "oidc", inWords)

  const unlinked = await Promise.all(
    accounts.map((account) => unlinkAccount(world, actor, account, inWords)),
  )

  expect(unlinked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(unlinked).toContainEqual({ ok: false, failure: "last_way_in" })
  expect(await stores.accounts.list(ann.id)).toHaveLength(1)
})
