import { expectOutcome } from "@/e2e/support/acts"
import {
  connect,
  continueWithProvider,
  leave,
  logInAtProvider,
  newIdentity,
  ownersOf,
  tripsOf,
} from "@/e2e/support/at-provider"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

const notConfirmed = "The provider couldn't confirm it's you. Nothing was changed."

const startConnecting = (page: Page) =>
  page.getByRole("button", { name: "Connect Test provider" }).click()

test("a wish to connect is used once, however often its cookie comes back", async ({
  user,
  database,
  openOnNewDevice,
}) => {
  const identity = newIdentity()
  const page = await openOnNewDevice(user, { path: accountPages.connections })
  const { authorization, trip } = await leave(page, startConnecting)
  await logInAtProvider(page, identity)
  await expectOutcome(page, "Login connected.")
  expect(await tripsOf(page)).toEqual([])

  await database.sql(`DELETE FROM "Account" WHERE "userId" = $1`, user.id)
  await page.context().addCookies([trip])
  await page.goto(authorization)
  await expectOutcome(page, notConfirmed)
  expect(await ownersOf(database, identity)).toEqual([])
})

test("whoever comes back after the proof has grown old connects nothing", async ({
  user,
  database,
  openOnNewDevice,
}) => {
  const identity = newIdentity()
  const page = await openOnNewDevice(user, { path: accountPages.connections })
  await leave(page, startConnecting)
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  await logInAtProvider(page, identity)
  await expectOutcome(page, "That took too long, and nothing was changed.")
  expect(await ownersOf(database, identity)).toEqual([])
})

test("of two tabs at the provider each comes back to what it left for", async ({
  user,
  database,
  newDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const one = await newDevice()
  const two = await one.context().newPage()
  for (const [tab, path] of [
    [one, "/account/history"],
    [two, "/account/security?tab=two"],
  ] as const) {
    await tab.goto(path)
    await leave(tab, continueWithProvider)
  }
  expect(await tripsOf(one)).toHaveLength(2)

  await logInAtProvider(one, identity)
  await expect(one).toHaveURL("/account/history")
  await logInAtProvider(two, identity)
  await expect(two).toHaveURL("/account/security?tab=two")
  expect(await tripsOf(one)).toEqual([])
})
