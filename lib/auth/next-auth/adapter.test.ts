import { randomUUID } from "node:crypto"
import { hashSecret, type TokenPurpose, tokenPurposes } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { signUpUser } from "@/lib/users/log-in/sign-up-user"
import { openDoor } from "@/test/races/door"
import { adapterOn } from "@/test/races/race-parts"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world
const adapter = adapterOn(world.connection)
const open = adapterOn(world.connection, true)
const door = openDoor(world)

test("NextAuth finds every method, though it copies an object's own properties only", () => {
  const methods = [
    "createUser",
    "getUser",
    "getUserByEmail",
    "getUserByAccount",
    "updateUser",
    "linkAccount",
  ]
  expect(Object.keys(adapter)).toEqual(expect.arrayContaining(methods))
})

test("no answer holds the hash of the password", async () => {
  const ann = await addPerson(world)
  const account = {
    provider: "oidc",
    providerAccountId: randomUUID(),
    type: "oidc" as const,
  }
  await stores.accounts.link(ann.id, account, "oidc")
  const answers = [
    await adapter.getUser(ann.id),
    await adapter.getUserByEmail(ann.email),
    await adapter.getUserByAccount(account),
    await adapter.updateUser({ id: ann.id, name: "Ann Lee" }),
  ]
  for (const answer of answers) {
    expect(answer).toEqual({
      id: ann.id,
      email: ann.email,
      name: expect.any(String),
      image: null,
      role: "user",
      epoch: 0,
      emailVerified: null,
    })
  }
  const { secret } = await issueTo(world, ann)
  const { user } = await door.sees(secret)
  expect(user).toEqual({ id: ann.id, email: ann.email, name: "Ann Lee", image: null })
})

test("a session is what the caller's secret opens until its deadline, and no answer holds that secret", async () => {
  const { token, secret } = await issueTo(world, await addPerson(world))
  const session = await door.sees(secret)
  expect(session).toEqual({
    user: expect.objectContaining({ id: token.userId }),
    expires: token.expiresAt.toISOString(),
  })
  expect(JSON.stringify(session)).not.toContain(secret)
})

test.each([
  [
    "revoked",
    `UPDATE log_out_everywhere.token SET "revokedAt" = now(), "revocationReason" = 'log_out' WHERE id = $1`,
  ],
  [
    "idle",
    `UPDATE log_out_everywhere.token SET "idleAt" = now() - interval '1 second' WHERE id = $1`,
  ],
  [
    "expired",
    `UPDATE log_out_everywhere.token SET "expiresAt" = now() - interval '1 second' WHERE id = $1`,
  ],
  ["gone", `DELETE FROM log_out_everywhere.token WHERE id = $1`],
])("a session that is %s is none", async (_, change) => {
  const { token, secret } = await issueTo(world, await addPerson(world))
  expect(await door.sees(secret)).not.toBe(null)
  await sql(change, [token.id])
  expect(await door.sees(secret)).toBe(null)
})

test.each(tokenPurposes.filter((purpose) => purpose !== "session"))(
  "a secret for %s is no session",
  async (purpose: TokenPurpose) => {
    const { secret } = await issueTo(world, await addPerson(world), { purpose })
    expect(await door.sees(secret)).toBe(null)
  },
)

test.each(["", "garbage", "x".repeat(100_000), randomUUID()])(
  "any other text is no session",
  async (text) => {
    expect(await door.sees(text)).toBe(null)
    const answer = await door.logOut(text)
    expect([answer.status, answer.headers.get("location")]).toEqual([302, expect.any(String)])
  },
)

test("reading a session touches nothing, and NextAuth cannot extend one", async () => {
  const { token, secret } = await issueTo(world, await addPerson(world))
  await sql(
    `UPDATE log_out_everywhere.token SET "lastActiveAt" = now() - interval '1 hour' WHERE id = $1`,
    [token.id],
  )
  const before = await stores.tokens.findByHash(hashSecret(secret))
  expect(await door.sees(secret)).not.toBe(null)
  expect((await stores.tokens.findByHash(hashSecret(secret)))?.token).toEqual(before?.token)
})

test("a database that is down is told from a log-out", async () => {
  const { secret } = await issueTo(world, await addPerson(world))
  await world.outage(async () => {
    expect(await door.ask(secret)).toMatchObject({ status: 503 })
  })
  expect(await door.sees(secret)).not.toBe(null)
})

test("a log-in through NextAuth begins one session, in the cookie that comes back", async () => {
  const ann = await addPerson(world)
  const answer = await door.logIn(ann)
  const [, secret = ""] =
    /__Host-loe-session=([^;]+)/.exec(answer.headers.getSetCookie().join()) ?? []
  expect(await statusOf(world, secret)).toBe("active")
  expect(await stores.tokens.countLive(ann.id)).toEqual({ session: 1 })
})

test("strangers get an account only where sign-up is open, and never one that is taken", async () => {
  const stranger = {
    id: "",
    email: ` Stranger-${randomUUID()}@Example.com`,
    emailVerified: null,
    name: "S",
  }
  await expect((async () => adapter.createUser(stranger))()).rejects.toThrow("Sign-up is closed")
  const created = await open.createUser(stranger)
  expect(created).toMatchObject({ email: stranger.email.trim().toLowerCase(), role: "user" })
  await expect((async () => open.createUser(stranger))()).rejects.toThrow("account already")
})

test("a provider's account opens one person's account", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const account = { provider: "oidc", providerAccountId: randomUUID() }
  expect(await stores.accounts.link(ann.id, account, "oidc")).toBe(true)
  expect(await stores.accounts.link(bob.id, account, "oidc")).toBe(false)
  expect((await adapter.getUserByAccount(account))?.id).toBe(ann.id)
  await adapter.unlinkAccount(account)
  expect(await adapter.getUserByAccount(account)).toBe(null)
})

test("a log-in links a provider's account to the person whom it has just created, and to no other", async () => {
  const link = async () => open.linkAccount()
  await expect(link()).rejects.toThrow("no account that was there before")

  const account = { provider: "oidc", providerAccountId: randomUUID(), type: "oidc" }
  const person = { email: `${randomUUID()}@example.com`, name: null, image: null }
  const stranger = { ...person, emailVerifiedAt: null }
  const arrived = { method: "oidc", address: null, account }
  const created = await signUpUser(world, stranger, arrived)
  expect(created).toMatchObject({ ok: true })
  await expect(link()).rejects.toThrow("no account that was there before")
  const known = await open.getUserByAccount(account)
  expect(known?.id).toBe(created.ok && created.value.id)
})
