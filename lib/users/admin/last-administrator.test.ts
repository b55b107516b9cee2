import { afterAll, expect, test } from "vitest"
import type { Actor } from "@/lib/users/ports/user"
import { addPerson, anAdministrator, createWorld } from "@/test/world/people"
import { changeRole, deleteOwnAccount, deleteUser, disableUser } from "./administer-user"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const acts = Object.entries({
  disabling: (by: Actor, id: string) => disableUser(world, by, id),
  demoting: (by: Actor, id: string) => changeRole(world, by, id, "user"),
  deleting: (by: Actor, id: string) => deleteUser(world, by, id),
  "leaving as, or deleting,": (by: Actor, id: string) =>
    by.userId === id ? deleteOwnAccount(world, by) : deleteUser(world, by, id),
})
const refused = { ok: false, failure: "last_administrator" }

test.each(acts)(
  "%s an administrator counts nobody who never accepted an invitation",
  async (_, act) => {
    const [ann, invited] = [await onlyAdministrator(), await addPerson(world, invitedOne)]
    expect(await act(ann, ann.userId)).toEqual(refused)
    expect(await act(ann, invited.id)).toMatchObject({ ok: true })
  },
)

test.each(acts)("%s an administrator counts who gets in by a provider alone", async (_, act) => {
  const [ann, bob] = [await onlyAdministrator(), await addPerson(world, invitedOne)]
  await stores.accounts.link(bob.id, { provider: "oidc", providerAccountId: bob.id }, "oidc")
  expect(await act(ann, ann.userId)).toMatchObject({ ok: true })
})

test.each(acts)(
  "%s an administrator counts who acts, though they have but mailed links",
  async (_, act) => {
    const [ann, invited] = [await onlyAdministrator(), await addPerson(world, invitedOne)]
    await sql(`UPDATE "User" SET "passwordHash" = NULL WHERE id = $1`, [ann.userId])
    expect(await act(ann, ann.userId)).toEqual(refused)
    expect(await act(ann, invited.id)).toMatchObject({ ok: true })
  },
)

test.each(acts)(
  "%s somebody who is no administrator needs no way in of another",
  async (_, act) => {
    const [ann, bob] = [await onlyAdministrator(), await addPerson(world)]
    await sql(`UPDATE "User" SET "passwordHash" = NULL WHERE id = $1`, [ann.userId])
    expect(await act(ann, bob.id)).toMatchObject({ ok: true })
  },
)

const invitedOne = { role: "admin", password: null } as const

async function onlyAdministrator(): Promise<Actor> {
  await sql(`UPDATE "User" SET role = 'user'`)
  return anAdministrator(world)
}
