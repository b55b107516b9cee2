import { expectOutcome, prove } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf, sessionCookieOf } from "@/test/http/session-cookie"

const plain = { javaScriptEnabled: false }

test("one can log in and out without JavaScript", async ({ user, newDevice }) => {
  const page = await newDevice(plain)
  await logIn(page, { ...user, password: "not the password" })
  await expect(page.getByText("Incorrect email or password.")).toBeVisible()

  await logIn(page, user, { isRemembered: true })
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  expect((await sessionCookieOf(page.context())).expires).toBeGreaterThan(0)

  await page.getByRole("banner").getByRole("button", { name: "Log out" }).click()
  await expect(page).toHaveURL(/\/login\?outcome=/)
})

test("one can end another device without JavaScript", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const laptop = askWith(await issueTo(user, firefox))
  const page = await openOnNewDevice(user, plain)

  await page.getByRole("button", { name: "Log out Safari on iOS" }).click()
  await expectOutcome(page, "Safari on iOS was logged out.")
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect(await laptop("/account/security")).toMatchObject({ status: 200 })

  await page.getByRole("button", { name: "Log out other devices (1)" }).click()
  await expectOutcome(page, "1 other device was logged out.")
  expect(await laptop("/account/security")).toMatchObject({ status: 307 })
})

test("one can log out everywhere without JavaScript", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const page = await openOnNewDevice(user, plain)
  await page.getByRole("button", { name: "Log out everywhere" }).click()
  await expect(page.getByText("You're logged out everywhere. 2 sessions")).toBeVisible()
  const receipt = page.getByRole("region", { name: "Receipt" })
  await expect(receipt.getByText("Checked just now: none of these still works.")).toBeVisible()
  await page.reload()
  await expect(receipt).toHaveCount(0)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
})

test("one can prove who one is and go on without JavaScript", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
  database,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user, plain)
  const secret = await secretOf(page)
  await database.set(secret, "provedAt", "-11 minutes")

  await page.getByRole("button", { name: "Log out Safari on iOS" }).click()
  await prove(page, "not my password")
  await expect(page.getByText("Incorrect password.")).toBeVisible()
  expect(await phone("/account/security")).toMatchObject({ status: 200 })

  await prove(page, user.password)
  await expectOutcome(page, "Safari on iOS was logged out.")
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect(await secretOf(page)).not.toBe(secret)
})

test("one can change the password without JavaScript", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const page = await openOnNewDevice(user, { ...plain, path: accountPages.password })
  const secret = await secretOf(page)
  const change = async (current: string) => {
    await page.getByLabel("Current password").fill(current)
    await page.getByLabel("New password", { exact: true }).fill("seven quiet herons wade")
    await page.getByLabel("Confirm new password").fill("seven quiet herons wade")
    await page.getByRole("button", { name: "Change password" }).click()
  }

  await change("not my password")
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription(
    "Your current password is incorrect.",
  )
  await change(user.password)
  await expectOutcome(page, "Password changed. 1 session was ended.")
  expect(await secretOf(page)).not.toBe(secret)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  await page.reload()
  await expect(page.getByRole("heading", { name: "Change your password" })).toBeVisible()
})

test("one can delete one's account without JavaScript", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const page = await openOnNewDevice(user, { ...plain, path: accountPages.account })
  await page.getByLabel(/To confirm, type your email/).fill(user.email)
  await page.getByRole("button", { name: "Delete my account" }).click()
  await expect(page.getByText("Your account was deleted")).toBeVisible()
  expect(await database.sql(`SELECT FROM "User" WHERE id = $1`, user.id)).toEqual([])
})

test("one can choose light or dark without JavaScript, logged in or not", async ({
  user,
  openOnNewDevice,
  newDevice,
}) => {
  const lit = { ...plain, colorScheme: "light" } as const
  const logIn = await newDevice(lit)
  await logIn.goto("/login")
  for (const page of [await openOnNewDevice(user, lit), logIn]) {
    const brightness = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await brightness()
    await page.getByRole("button", { name: "Dark" }).click()
    await expect(page.getByRole("button", { name: "Dark" })).toHaveAttribute("aria-pressed", "true")
    expect(await brightness()).not.toBe(light)
  }
})
