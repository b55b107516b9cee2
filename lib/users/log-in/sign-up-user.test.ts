import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { addPerson, createWorld } from "@/test/world/people"
import { type NewAccount, signUpUser } from "./sign-up-user"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const aStranger = () => ({
  email: `${randomUUID()}@example.com`,
  name: "Ann",
  image: null,
  emailVerifiedAt: null,
})
const anAccount = (): NewAccount => ({
  provider: "oidc",
  providerAccountId: randomUUID(),
  type: "oidc",
})

const signUp = (stranger = aStranger(), account = anAccount()) =>
  signUpUser(world, stranger, { method: account.provider, address: null, account })

test("a person and the account that lets them in are made together", async () => {
  const account = anAccount()
  const signedUp = await signUp(aStranger(), account)
  expect(await stores.accounts.findOwner(account)).toMatchObject({
    userId: signedUp.ok && signedUp.value.id,
  })
})

test("where the second statement fails, the first has left nothing", async () => {
  const stranger = aStranger()
  const tooLongForTheIndex = Array.from({ length: 200 }, randomUUID).join("")
  await expect(
    signUp(stranger, { ...anAccount(), providerAccountId: tooLongForTheIndex }),
  ).rejects.toThrow()
  expect(await stores.users.findByEmail(stranger.email)).toBe(null)

  expect(await signUp(stranger)).toMatchObject({ ok: true })
})

test("an account that opens somebody's account already makes nobody", async () => {
  const [stranger, account] = [aStranger(), anAccount()]
  await stores.accounts.link((await addPerson(world)).id, account, account.type)
  expect(await signUp(stranger, account)).toEqual({ ok: false, failure: "taken" })
  expect(await stores.users.findByEmail(stranger.email)).toBe(null)
})

test("whom an earlier version left without a way in is finished by the same provider", async () => {
  const stranger = aStranger()
  const id = await halfMade(stranger.email)
  const account = anAccount()
  expect(await signUp(stranger, account)).toMatchObject({ ok: true, value: { id, name: "Ann" } })
  expect(await stores.accounts.findOwner(account)).toMatchObject({ userId: id })
})

test.each([
  [
    "by another provider",
    (id: string) =>
      sql(`UPDATE "AuditEvent" SET details = '{"method":"github"}' WHERE "targetId" = $1`, [id]),
  ],
  [
    "once they have a password",
    (id: string) => sql(`UPDATE "User" SET "passwordHash" = 'x' WHERE id = $1`, [id]),
  ],
  [
    "once they are disabled",
    (id: string) =>
      sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [id]),
  ],
  [
    "once they are an administrator",
    (id: string) => sql(`UPDATE "User" SET role = 'admin' WHERE id = $1`, [id]),
  ],
  ["once an account lets them in", (id: string) => stores.accounts.link(id, anAccount(), "oidc")],
  [
    "once they have logged in",
    (id: string) =>
      stores.audit.append({ action: "log_in", actorId: id, targetId: id, address: null }),
  ],
  [
    "where somebody invited them",
    (id: string) =>
      sql(`UPDATE "AuditEvent" SET action = 'invite_user' WHERE "targetId" = $1`, [id]),
  ],
])("a half-made person is finished by nobody %s", async (_, change) => {
  const stranger = aStranger()
  const id = await halfMade(stranger.email)
  await change(id)
  const account = anAccount()
  expect(await signUp(stranger, account)).toEqual({ ok: false, failure: "taken" })
  expect(await stores.accounts.findOwner(account)).toBe(null)
})

/** As the two transactions of an earlier version left somebody, when the second did not come. */
async function halfMade(email: string): Promise<string> {
  const signedUp = await signUpUser(
    world,
    { ...aStranger(), email, name: null },
    { method: "oidc", address: null },
  )
  if (!signedUp.ok) throw new Error(signedUp.failure)
  return signedUp.value.id
}
