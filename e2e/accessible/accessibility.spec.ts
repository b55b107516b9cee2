import { expectAccessible, still } from "@/e2e/support/accessible"
import { confirm, dialogOf, expectOutcome } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

const openEverything = (page: Page) =>
  page.getByRole("main").evaluate((main) => {
    for (const details of main.querySelectorAll("details")) details.open = true
  })

test("the log-in page is accessible, also when it refuses", async ({ newDevice }) => {
  const page = await newDevice(still)
  await page.goto("/login")
  await expectAccessible(page)

  await logIn(page, { email: "nobody-at-all@example.com", password: "not the password" })
  await expect(page.getByText("Incorrect email or password.")).toBeVisible()
  await expectAccessible(page)
})

test("the log-in page that says why a session ended is accessible, and the receipt", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, still)
  await confirm(page.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await expect(page.getByText("You're logged out everywhere.")).toBeVisible()
  await expectAccessible(page)

  const later = await openOnNewDevice(user, { ...still, path: accountPages.history })
  await later.getByRole("link", { name: "Logged out everywhere" }).click()
  await expect(later.getByRole("heading", { level: 1, name: "Receipt" })).toBeVisible()
  await expectAccessible(later)
})

test("the log-in page of somebody who is logged in is accessible", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { ...still, path: "/login" })
  await expect(page.getByText("You're logged in as")).toBeVisible()
  await expectAccessible(page)
})

test("the log-out page is accessible", async ({ user, openOnNewDevice }) => {
  const page = await openOnNewDevice(user, { ...still, path: "/log-out" })
  await expectAccessible(page)
})

test("the page for what is not there is accessible", async ({
  user,
  openOnNewDevice,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const page = await openOnNewDevice(user, { ...still, path: "/nothing/here" })
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible()
  await expectAccessible(page)
})

test("the security page is accessible, with everything unfolded", async ({
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  await issueTo(user, iphone)
  await issueTo(user)
  const dead = await issueTo(user, firefox)
  await database.set(dead, "idleAt", "-1 hour")
  const page = await openOnNewDevice(user, still)
  await expectAccessible(page)
  await openEverything(page)
  await expectAccessible(page)
})

test("the privacy page is accessible, and its download is a file", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { ...still, path: accountPages.privacy })
  await expectAccessible(page)
  const download = page.waitForEvent("download")
  await page.getByRole("link", { name: "Download" }).click()
  expect((await download).suggestedFilename()).toMatch(/^devices-[\d-]{10}\.json$/)
})

test("a dialog and what follows it are accessible", async ({ user, openOnNewDevice, issueTo }) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user, still)
  const button = page.getByRole("button", { name: "Log out other devices (1)" })
  await button.click()
  await expect(page.getByRole("alertdialog")).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press("Escape")
  await confirm(button, /1 other device/)
  await expectOutcome(page, "1 other device was logged out.")
  await expectAccessible(page)
})

test("the fields for a proof are accessible", async ({
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user, still)
  await database.set(await secretOf(page), "provedAt", "-1 hour")
  await confirm(page.getByRole("button", { name: /^Log out Firefox/ }), /Firefox/)
  await expect(dialogOf(page).getByLabel("Password")).toBeVisible()
  await expectAccessible(page)
})

test("a refused password change is accessible", async ({ user, openOnNewDevice }) => {
  const page = await openOnNewDevice(user, { ...still, path: accountPages.password })
  await page.getByLabel("Current password").fill("not my password")
  await page.getByLabel("New password", { exact: true }).fill("seven quiet herons wade")
  await page.getByLabel("Confirm new password").fill("seven quiet herons wade")
  await page.getByRole("button", { name: "Change password" }).click()
  await expect(page.getByText("Your current password is incorrect.")).toBeVisible()
  await expectAccessible(page)
})

test("whoever asks for less motion gets none", async ({ user, openOnNewDevice }) => {
  const page = await openOnNewDevice(user, still)
  await page.getByRole("button", { name: "Log out everywhere" }).click()
  await expect(page.getByRole("alertdialog")).toBeVisible()
  const maxLength = await page.evaluate(() => {
    const styles = [...document.querySelectorAll("*")].map((element) => getComputedStyle(element))
    const durations = styles.flatMap((style) => [style.animationDuration, style.transitionDuration])
    return Math.max(...durations.flatMap((list) => list.split(",")).map(Number.parseFloat))
  })
  expect(maxLength).toBe(0)
})
