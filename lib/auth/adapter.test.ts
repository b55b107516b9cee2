import { randomUUID } from "node:crypto"
import { hashSecret, type TokenPurpose, tokenPurposes } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { adapterOn, newLogIn } from "@/scripts/race-parts"
import { addPerson, createWorld, issueTo } from "@/scripts/test-people"
import { runLogIn } from "./log-in-context"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world
const adapter = adapterOn(world.connection)
const open = adapterOn(world.connection, true)

test("NextAuth finds every method, though it copies an object's own properties only", () => {
  const methods = [
    "createUser",
    "getUser",
    "getUserByEmail",
    "getUserByAccount",
    "updateUser",
    "linkAccount",
    "createSession",
    "getSessionAndUser",
    "updateSession",
    "deleteSession",
    "createVerificationToken",
    "useVerificationToken",
  ]
  expect(Object.keys(adapter)).toEqual(expect.arrayContaining(methods))
})

test("no answer holds the hash of the password", async () => {
  const ann = await addPerson(world)
  const account = {
    provider: "oidc",
    providerAccountId: randomUUID(),
    type: "oidc" as const,
    userId: ann.id,
  }
  await adapter.linkAccount(account)
  const { secret } = await issueTo(world, ann)
  const answers = [
    await adapter.getUser(ann.id),
    await adapter.getUserByEmail(ann.email),
    await adapter.getUserByAccount(account),
    await adapter.updateUser({ id: ann.id, name: "Ann Lee" }),
    (await adapter.getSessionAndUser(secret))?.user,
  ]
  for (const answer of answers) {
    expect(answer).toEqual({
      id: ann.id,
      email: ann.email,
      name: expect.any(String),
      image: null,
      role: "user",
      emailVerified: null,
    })
  }
})

test("a session is what the caller's secret opens, and NextAuth gets that secret back as it was", async () => {
  const ann = await addPerson(world)
  const { token, secret } = await issueTo(world, ann)
  expect((await adapter.getSessionAndUser(secret))?.session).toEqual({
    sessionToken: secret,
    userId: ann.id,
    expires: expect.any(Date),
    deadline: token.expiresAt,
  })
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
  expect(await adapter.getSessionAndUser(secret)).not.toBe(null)
  await sql(change, [token.id])
  expect(await adapter.getSessionAndUser(secret)).toBe(null)
})

test.each(tokenPurposes.filter((purpose) => purpose !== "session"))(
  "a secret for %s is no session",
  async (purpose: TokenPurpose) => {
    const { secret } = await issueTo(world, await addPerson(world), { purpose })
    expect(await adapter.getSessionAndUser(secret)).toBe(null)
  },
)

test.each(["", "garbage", "x".repeat(100_000), randomUUID()])(
  "any other text is no session",
  async (text) => {
    expect(await adapter.getSessionAndUser(text)).toBe(null)
    await expect(adapter.deleteSession(text)).resolves.not.toThrow()
  },
)

test("reading a session touches nothing, and NextAuth cannot extend one", async () => {
  const { token, secret } = await issueTo(world, await addPerson(world))
  await sql(
    `UPDATE log_out_everywhere.token SET "lastActiveAt" = now() - interval '1 hour' WHERE id = $1`,
    [token.id],
  )
  const before = await stores.tokens.findByHash(hashSecret(secret))
  await adapter.getSessionAndUser(secret)
  expect(
    await adapter.updateSession({ sessionToken: secret, expires: new Date(Date.now() + 1e10) }),
  ).toBe(null)
  expect((await stores.tokens.findByHash(hashSecret(secret)))?.token).toEqual(before?.token)
})

test("a database that is down is an error, noted for whoever must tell it from a log-out", async () => {
  const ann = await addPerson(world)
  const { secret } = await issueTo(world, ann)
  const context = newLogIn(ann, "password")
  await world.outage(async () => {
    await expect(runLogIn(context, async () => adapter.getSessionAndUser(secret))).rejects.toThrow()
  })
  expect(context.isOutage).toBe(true)
  expect(await adapter.getSessionAndUser(secret)).not.toBe(null)
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
  const account = { provider: "oidc", providerAccountId: randomUUID(), type: "oidc" as const }
  await adapter.linkAccount({ ...account, userId: ann.id })
  await expect((async () => adapter.linkAccount({ ...account, userId: bob.id }))()).rejects.toThrow(
    "already",
  )
  expect((await adapter.getUserByAccount(account))?.id).toBe(ann.id)
  await adapter.unlinkAccount(account)
  expect(await adapter.getUserByAccount(account)).toBe(null)
})

test("a log-in links a provider's account to the person whom it has just created, and to no other", async () => {
  const ann = await addPerson(world)
  const context = newLogIn(ann, "oidc")
  const account = { provider: "oidc", providerAccountId: randomUUID(), type: "oidc" as const }
  const link = (userId: string) =>
    runLogIn(context, async () => open.linkAccount({ ...account, userId }))
  await expect(link(ann.id)).rejects.toThrow("no account that was there before")

  const stranger = { id: "", email: `${randomUUID()}@example.com`, emailVerified: null }
  const created = await runLogIn(context, async () => open.createUser(stranger))
  await expect(link(ann.id)).rejects.toThrow("no account that was there before")
  await link(created.id)
  expect((await open.getUserByAccount(account))?.id).toBe(created.id)
})
