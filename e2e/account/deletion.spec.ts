import { confirm, prove } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

const path = accountPages.account

const button = (page: Page) => page.getByRole("button", { name: "Delete my account" })

test("deleting the account takes the typed address, and then ends everything", async ({
  user,
  openOnNewDevice,
  steal,
  database,
}) => {
  const other = await openOnNewDevice(user, firefox)
  const here = await openOnNewDevice(user, { path })
  const ask = await steal(here)

  await here.getByLabel(`To confirm, type your email: ${user.email}`).fill(user.email)
  await confirm(button(here), "Permanently delete your account?")
  await expect(here).toHaveURL(/\/login/)
  await expect(here.getByText("Your account was deleted and all your devices were")).toBeVisible()

  expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
  await expect(other).toHaveURL(/\/login/)
  await logIn(other, user)
  await expect(other.getByText("Incorrect email or password.")).toBeVisible()

  expect(await database.sessionsOf(user.id)).toEqual([])
  const entries = await database.sql<Record<string, unknown>>(
    `SELECT * FROM "AuditEvent" WHERE "targetId" = $1`,
    user.id,
  )
  expect(entries).toContainEqual(
    expect.objectContaining({ action: "delete_user", actorId: user.id, count: 2 }),
  )
  expect(JSON.stringify(entries)).not.toContain(user.email)
  expect(JSON.stringify(entries)).not.toContain(user.name)
})

test("until the address is typed nothing is even asked", async ({ user, openOnNewDevice }) => {
  const here = await openOnNewDevice(user, { path })
  const field = here.getByLabel(/To confirm, type your email/)
  for (const typed of ["", user.email.slice(0, -1)]) {
    await field.fill(typed)
    await button(here).click()
    await expect(field).toBeFocused()
    await expect(here.getByRole("alertdialog")).toHaveCount(0)
  }
  await field.fill(` ${user.email.toUpperCase()} `)
  await button(here).click()
  await expect(here.getByRole("alertdialog")).toBeVisible()
})

test("another address deletes nothing", async ({ user, newPerson, openOnNewDevice }) => {
  const here = await openOnNewDevice(user, { path, javaScriptEnabled: false })
  await here.getByLabel(/To confirm, type your email/).fill((await newPerson()).email)
  await button(here).click()

  await expect(here.getByText("That isn't this account's email.")).toBeVisible()
  await here.reload()
  await expect(here.getByRole("heading", { name: "Account", exact: true })).toBeVisible()
})

test("deleting asks for proof when the last one is old, and goes on with it", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const here = await openOnNewDevice(user, { path })
  await database.set(await secretOf(here), "provedAt", "-11 minutes")
  await here.getByLabel(/To confirm, type your email/).fill(user.email)
  await confirm(button(here), "Permanently delete your account?")
  await prove(here, user.password)
  await expect(here).toHaveURL(/\/login/)
  await expect(here.getByText("Your account was deleted")).toBeVisible()
})
