import {
  continueWithProvider,
  logInAtProvider,
  newIdentity,
  ownersOf,
} from "@/e2e/support/at-provider"
import { expect } from "@/e2e/support/fixtures"
import { ProviderVisitor } from "@/e2e/support/http-provider"
import { askForLink } from "@/e2e/support/link-acts"
import { testWithSignUp as test } from "@/e2e/support/own-app"
import { sessionCookieName } from "@/test/http/session-cookie"

// One app for all of them: to start another costs more than to wait.
test.describe.configure({ mode: "default" })

test("where sign-up is open, a stranger whom the provider knows gets an account and a session", async ({
  database,
  newDevice,
}) => {
  const identity = newIdentity()
  const page = await newDevice()

  await continueWithProvider(page)
  await logInAtProvider(page, identity)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()

  const [owner = ""] = await ownersOf(database, identity)
  const people = await database.sql(`SELECT * FROM "User" WHERE email = $1`, identity.email)
  expect(people).toMatchObject([
    { id: owner, role: "user", name: `Person ${identity.account}`, passwordHash: null },
  ])
  expect(await database.sessionsOf(owner)).toMatchObject([{ method: "oidc", revokedAt: null }])
  const acts = await database.sql(`SELECT action FROM "AuditEvent" WHERE "targetId" = $1`, owner)
  expect(acts).toContainEqual({ action: "create_user" })
})

test("where sign-up is open, a stranger gets an account by a mailed link, once it is used", async ({
  database,
  newDevice,
  mailboxes,
}) => {
  const { email } = newIdentity()
  const page = await newDevice()
  const people = () => database.sql(`SELECT * FROM "User" WHERE email = $1`, email)
  await askForLink(page, "/magic-link", email)
  const link = await mailboxes.linkTo(email, "magic_link")
  await page.goto(link)
  await page.goto(link)
  expect(await people()).toEqual([])

  await page.getByRole("button", { name: "Log in" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  expect(await people()).toMatchObject([
    { role: "user", passwordHash: null, emailVerifiedAt: expect.any(Date) },
  ])
})

test("the second log-in of such a person makes no second account", async ({
  database,
  newDevice,
}) => {
  const identity = newIdentity()
  for (const page of [await newDevice(), await newDevice()]) {
    await continueWithProvider(page)
    await logInAtProvider(page, identity)
    await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  }
  const [owner = "", ...others] = await ownersOf(database, identity)
  expect(others).toEqual([])
  expect(await database.sessionsOf(owner)).toHaveLength(2)
})

test("an account that is here already is not taken over by an identity with its e-mail address", async ({
  user,
  database,
  newDevice,
}) => {
  const identity = newIdentity(user.email.toUpperCase())
  const page = await newDevice()

  await continueWithProvider(page)
  await logInAtProvider(page, identity)

  await expect(page.getByText("That login isn't connected to an account here.")).toBeVisible()
  expect(await ownersOf(database, identity)).toEqual([])
  expect(await database.sessionsOf(user.id)).toEqual([])
})

test("an identity that we cannot keep gets no account, and a sentence", async ({
  address,
  database,
}) => {
  const identities = [
    newIdentity("\u212Aelvin@example.org"),
    newIdentity("ann@example.org,bob@example.org"),
    newIdentity("not an address"),
    { ...newIdentity(), account: "x".repeat(6_000) },
  ]
  for (const identity of identities) {
    const visitor = new ProviderVisitor(address)
    expect(await visitor.logIn(identity)).toBe("/login?error=unusable_profile")
    expect(await ownersOf(database, identity)).toEqual([])
    expect(
      await database.sql(`SELECT FROM "User" WHERE email = $1`, identity.email.toLowerCase()),
    ).toEqual([])
  }
})

test("an identity without an e-mail address gets no account, and a sentence", async ({
  database,
  newDevice,
}) => {
  const identity = newIdentity("")
  const page = await newDevice()

  await continueWithProvider(page)
  await logInAtProvider(page, identity)

  await expect(page.getByText("The provider didn't send an email address")).toBeVisible()
  expect(await ownersOf(database, identity)).toEqual([])
})

test("an identity whose e-mail address the provider does not vouch for gets no account, taken or free", async ({
  user,
  address,
  database,
}) => {
  for (const identity of [newIdentity(), newIdentity(user.email)]) {
    const visitor = new ProviderVisitor(address)
    const arrived = await visitor.logIn(identity, { isUnverified: true })
    expect(arrived).toBe("/login?error=no_account")
    expect(await ownersOf(database, identity)).toEqual([])
  }
})

// NextAuth joins what begins like the session's cookie, and reads past blanks before a name.
const disguises = [`${sessionCookieName}.0`, `${sessionCookieName}x`, `\t${sessionCookieName}`]
for (const name of disguises) {
  test(`a stolen session in the cookie ${JSON.stringify(name)} connects no account of the thief's`, async ({
    user,
    address,
    database,
    issueTo,
  }) => {
    const identity = newIdentity()
    const visitor = new ProviderVisitor(address)
    await visitor.app.csrfToken()
    visitor.app.cookies.set(name, await issueTo(user))
    await visitor.logIn(identity)

    const [owner, ...others] = await ownersOf(database, identity)
    expect(others).toEqual([])
    expect([undefined, user.id]).not.toContain(owner)
  })
}
