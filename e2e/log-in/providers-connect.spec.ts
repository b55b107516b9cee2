import { confirm, expectOutcome } from "@/e2e/support/acts"
import {
  connect,
  continueWithProvider,
  createPersonWithoutPassword,
  leave,
  logInAtProvider,
  newIdentity,
  ownersOf,
} from "@/e2e/support/at-provider"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

const notConfirmed = "The provider couldn't confirm it's you. Nothing was changed."

const startConnecting = (page: Page) =>
  page.getByRole("button", { name: "Connect Test provider" }).click()

test("a person connects the provider on the security page, and gets in through it from then on", async ({
  user,
  database,
  newDevice,
  openOnNewDevice,
}) => {
  const identity = newIdentity()
  const page = await openOnNewDevice(user)
  const before = await secretOf(page)

  await page.goto(accountPages.connections)
  await startConnecting(page)
  await logInAtProvider(page, identity)
  await expectOutcome(page, "Login connected.")
  await expect(page).toHaveURL(/\/connections\?outcome=/)
  expect(await ownersOf(database, identity)).toEqual([user.id])
  expect(await secretOf(page)).toBe(before)
  expect(await database.sessionsOf(user.id)).toHaveLength(1)

  const other = await newDevice()
  await continueWithProvider(other)
  await logInAtProvider(other, identity)
  await expect(other.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("going to the provider to log in connects nothing, whoever is logged in", async ({
  user,
  database,
  openOnNewDevice,
}) => {
  const identity = newIdentity()
  const page = await openOnNewDevice(user)
  const before = await secretOf(page)

  await page.goto("/login")
  await continueWithProvider(page)
  await logInAtProvider(page, identity)

  await expect(page.getByText("No account uses that login.")).toBeVisible()
  expect(await ownersOf(database, identity)).toEqual([])
  expect(await secretOf(page)).toBe(before)
  await page.goto("/account/security")
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("the wish to connect holds for the session that made it, and for no other", async ({
  user,
  newPerson,
  database,
  openOnNewDevice,
}) => {
  const identity = newIdentity()
  const mallory = await openOnNewDevice(await newPerson(), { path: accountPages.connections })
  const { authorization, trip } = await leave(mallory, startConnecting)

  const victim = await openOnNewDevice(user)
  await victim.context().addCookies([trip])
  await victim.goto(authorization)
  await logInAtProvider(victim, identity)

  await expectOutcome(victim, notConfirmed)
  expect(await ownersOf(database, identity)).toEqual([])
})

test("a forged wish to connect is a wish that is not there", async ({
  user,
  database,
  openOnNewDevice,
}) => {
  const identity = newIdentity()
  const page = await openOnNewDevice(user)
  await page.goto("/login")
  const { trip } = await leave(page, continueWithProvider)
  const forged = encodeURIComponent("&intent=eyJhbGciOiJub25lIn0.e30.")
  await page.context().addCookies([{ ...trip, value: trip.value + forged }])
  await logInAtProvider(page, identity)

  await expect(page.getByText("No account uses that login.")).toBeVisible()
  expect(await ownersOf(database, identity)).toEqual([])
})

test("whoever turned back from connecting can log in through the provider at once", async ({
  user,
  database,
  openOnNewDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  await database.sql(`DELETE FROM "Account" WHERE "userId" = $1`, user.id)
  const page = await openOnNewDevice(user, { path: accountPages.connections })
  await startConnecting(page)
  await expect(page.getByRole("heading", { name: "Log in at the provider" })).toBeVisible()
  await connect(database, user, identity)

  await page.goto("/log-out")
  await page.getByRole("main").getByRole("button", { name: "Log out" }).click()
  await expect(page).toHaveURL(/\/login/)
  await continueWithProvider(page)
  await logInAtProvider(page, identity)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("an identity that opens another account is not connected a second time", async ({
  user,
  newPerson,
  database,
  openOnNewDevice,
}) => {
  const other = await newPerson()
  const identity = newIdentity()
  await connect(database, other, identity)
  const page = await openOnNewDevice(user, { path: accountPages.connections })

  await startConnecting(page)
  await logInAtProvider(page, identity)

  await expectOutcome(
    page,
    "That login is connected to another account. Disconnect it there first.",
  )
  expect(await ownersOf(database, identity)).toEqual([other.id])
})

test("disconnecting closes that way in and logs out the other devices", async ({
  user,
  database,
  openOnNewDevice,
  newDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const other = await newDevice()
  await continueWithProvider(other)
  await logInAtProvider(other, identity)
  await expect(other.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()

  const page = await openOnNewDevice(user, { path: accountPages.connections })
  const disconnect = page.getByRole("button", { name: "Disconnect Test provider" })
  await confirm(disconnect, "Disconnect Test provider?")
  await expectOutcome(page, "Test provider is disconnected. 1 session was ended.")
  expect(await ownersOf(database, identity)).toEqual([])

  await expect(other.getByText("A connected login was removed")).toBeVisible()
  await expect(other).toHaveURL(/\/login/)
  await continueWithProvider(other)
  await expect(other.getByText("No account uses that login.")).toBeVisible()
})

test("the last way in cannot be disconnected, from a page that is out of date neither", async ({
  database,
  newDevice,
}) => {
  const [first, second] = [newIdentity(), newIdentity()]
  const person = await createPersonWithoutPassword(database, first)
  await connect(database, person, second)
  const page = await newDevice()
  await continueWithProvider(page)
  await logInAtProvider(page, first)
  await page.goto(accountPages.connections)
  const disconnect = page.getByRole("button", { name: "Disconnect Test provider" })
  await expect(disconnect).toHaveCount(2)

  await database.sql(`DELETE FROM "Account" WHERE "providerAccountId" = $1`, second.account)
  await confirm(disconnect.first(), "Disconnect Test provider?")
  await expect(
    page.getByText("This is your only way in. Set a password first.").first(),
  ).toBeVisible()
  expect(await ownersOf(database, first)).toEqual([person.id])

  await page.reload()
  await expect(page.getByText("This is your only way in. Set a password first.")).toBeVisible()
  await expect(disconnect).toHaveCount(0)
})
