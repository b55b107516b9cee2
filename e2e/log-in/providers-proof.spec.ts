import { confirm, expectOutcome } from "@/e2e/support/acts"
import {
  continueWithProvider,
  createPersonWithoutPassword,
  type Identity,
  logInAtProvider,
  newIdentity,
} from "@/e2e/support/at-provider"
import type { Database } from "@/e2e/support/database"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

const logOutOthers = (page: Page) =>
  confirm(page.getByRole("button", { name: /^Log out other devices/ }), /Log out 1 other device/)
const notProved = "The provider couldn't confirm it's you. Nothing was changed."

interface Start {
  readonly newDevice: (options?: object) => Promise<Page>
  readonly database: Database
}

/** A person without a password on two devices. On this one their proof is long ago. */
async function stalePerson({ newDevice, database }: Start) {
  const identity = newIdentity()
  const person = await createPersonWithoutPassword(database, identity)
  const other = await enter(await newDevice(firefox), identity)
  const page = await enter(await newDevice(), identity)
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  await page.reload()
  return { identity, person, page, other }
}

async function enter(page: Page, identity: Identity, ageS = 0): Promise<Page> {
  await continueWithProvider(page)
  await logInAtProvider(page, identity, ageS)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  return page
}

const goToProvider = (page: Page) =>
  page.getByRole("button", { name: "Confirm with Test provider" }).click()

test("who has no password proves themselves at the provider, under a new cookie, and then acts", async ({
  newDevice,
  database,
  askWith,
}) => {
  const { identity, person, page, other } = await stalePerson({ newDevice, database })
  const before = await secretOf(page)

  await logOutOthers(page)
  await goToProvider(page)
  await logInAtProvider(page, identity)
  await expectOutcome(page, "Thanks, you're verified. Now try again.")

  const after = await secretOf(page)
  expect(after).not.toBe(before)
  expect(await askWith(before)("/account/security")).toMatchObject({ status: 307 })
  expect(await database.sessionsOf(person.id)).toHaveLength(2)

  await logOutOthers(page)
  await expectOutcome(page, "1 other device was logged out.")
  await expect(other).toHaveURL(/\/login/)
})

test("a provider that says the person logged in long ago proves nothing", async ({
  newDevice,
  database,
}) => {
  const { identity, page } = await stalePerson({ newDevice, database })
  const before = await secretOf(page)
  const { provedAt } = await database.sessionOf(before)

  await logOutOthers(page)
  await goToProvider(page)
  await logInAtProvider(page, identity, 600)

  await expectOutcome(page, notProved)
  expect(await secretOf(page)).toBe(before)
  expect((await database.sessionOf(before)).provedAt).toEqual(provedAt)
})

test("a browser that keeps the provider from asking again proves nothing", async ({
  newDevice,
  database,
}) => {
  const identity = newIdentity()
  await createPersonWithoutPassword(database, identity)
  await enter(await newDevice(firefox), identity)
  const page = await enter(await newDevice(), identity, 600)
  const secret = await secretOf(page)
  await database.set(secret, "provedAt", "-11 minutes")
  await page.reload()
  await page.route(/\/auth\?.*prompt=login/, (route) => {
    const url = new URL(route.request().url())
    url.searchParams.delete("prompt")
    url.searchParams.delete("max_age")
    return route.fulfill({ status: 302, headers: { Location: url.href } })
  })

  await logOutOthers(page)
  await goToProvider(page)

  await expectOutcome(page, notProved)
  expect(await secretOf(page)).toBe(secret)
})

test("somebody else's proof at the provider proves nothing", async ({ newDevice, database }) => {
  const stranger = newIdentity()
  await createPersonWithoutPassword(database, stranger)
  const { page } = await stalePerson({ newDevice, database })
  const before = await secretOf(page)

  await logOutOthers(page)
  await goToProvider(page)
  await logInAtProvider(page, stranger)

  await expectOutcome(page, notProved)
  expect(await secretOf(page)).toBe(before)
})

test("a session that ended at home is not revived by a proof at the provider", async ({
  newDevice,
  database,
}) => {
  const { identity, person, page } = await stalePerson({ newDevice, database })
  await logOutOthers(page)
  await goToProvider(page)
  await expect(page.getByRole("heading", { name: "Log in at the provider" })).toBeVisible()
  await database.sql(
    `UPDATE log_out_everywhere.owner SET epoch = epoch + 1 WHERE "userId" = $1`,
    person.id,
  )
  await logInAtProvider(page, identity)

  await expect(page).toHaveURL(/\/login\?/)
  expect(await database.sessionsOf(person.id)).toHaveLength(2)
})

test("who has no password sets a first one after proof, and logs in with it", async ({
  newDevice,
  logInOnNewDevice,
  database,
}) => {
  const { identity, person, page } = await stalePerson({ newDevice, database })
  const password = `first harbor ${identity.account}`
  const submit = async () => {
    await page.getByLabel("New password", { exact: true }).fill(password)
    await page.getByLabel("Confirm new password").fill(password)
    await page.getByRole("button", { name: "Set password" }).click()
  }

  await page.goto(accountPages.password)
  await submit()
  await goToProvider(page)
  await logInAtProvider(page, identity)
  await expectOutcome(page, "Thanks, you're verified.")
  await expect(page).toHaveURL(/\/password\?outcome=/)
  await submit()
  await expectOutcome(page, /password/i)

  const byPassword = await logInOnNewDevice({
    id: person.id,
    email: identity.email,
    name: "Pat Provider",
    password,
  })
  await expect(byPassword.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("an administrator who proves themselves at the provider comes back to the page of the act", async ({
  user,
  newDevice,
  database,
}) => {
  const { identity, person, page } = await stalePerson({ newDevice, database })
  await database.sql(`UPDATE "User" SET role = 'admin' WHERE id = $1`, person.id)
  const path = `/admin/users/${user.id}`
  await page.goto(path)

  await confirm(page.getByRole("button", { name: "Disable" }), /Disable/)
  await goToProvider(page)
  await logInAtProvider(page, identity)
  await expect(page).toHaveURL((url) => url.pathname === path)
  await confirm(page.getByRole("button", { name: "Disable" }), /Disable/)
  await expectOutcome(page, /disabled/)
})
