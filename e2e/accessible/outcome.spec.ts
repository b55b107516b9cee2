import { ask, confirm, expectOutcome, prove } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"
import { secretOf } from "@/test/http/session-cookie"

/** Not one pixel of it under the header, which stays on top. */
const inView = { ratio: 1 }
const small = { viewport: { width: 1280, height: 500 } }
const general = "Please fix the highlighted fields."

/** Whether it lies under nothing else. */
const isOnTop = (element: Element) => {
  // Of a link on two lines the first.
  const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect()
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
}

test("after the end of row 16 of a long list nothing scrolls, and a toast names the device", async ({
  admin,
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  const phone = await issueTo(user, iphone)
  for (let count = 0; count < 20; count++) {
    const other = await issueTo(user, firefox)
    await database.set(other, "lastActiveAt", `-${count < 15 ? 1 : 3} minutes`)
  }
  await database.set(phone, "lastActiveAt", "-2 minutes")
  const path = `/admin/sessions?status=active&q=${encodeURIComponent(user.email)}`
  const page = await openOnNewDevice(admin, { path, viewport: { width: 1280, height: 700 } })
  const row = page.locator("tbody tr").nth(15)
  const button = row.getByRole("button", { name: /Safari on iOS/ })
  await button.scrollIntoViewIfNeeded()
  const scrolled = () => page.evaluate(() => window.scrollY)
  const before = await scrolled()
  expect(before).toBeGreaterThan(300)
  await confirm(button, /Safari on iOS/)

  const toast = page.getByRole("region", { name: "Messages" }).getByRole("status")
  await expect(toast).toHaveText(`${user.email}'s session (Safari on iOS) was revoked.`)
  await expect(toast).toBeInViewport(inView)
  await expect(toast.locator("xpath=..")).toHaveAttribute("aria-live", "polite")
  await expect(page.locator("tbody tr")).toHaveCount(20)
  expect(Math.abs((await scrolled()) - before)).toBeLessThan(8)
  await expect(row.getByRole("button", { name: /Firefox on Linux/ })).toBeFocused()
  await expect(page.locator(":focus")).toBeInViewport(inView)
  await expect.poll(() => page.locator(":focus").evaluate(isOnTop)).toBe(true)
})

test("toasts stack, stay while they are read, lie on nothing that has the focus, and go by keyboard", async ({
  admin,
  user,
  openOnNewDevice,
}) => {
  const t = words("user")
  const page = await openOnNewDevice(admin, { path: "/admin/users/new" })
  await page.clock.install()
  await page.getByLabel("Email").fill(`invited-${user.email}`)
  await page.getByRole("button", { name: words("invitationForm")("submit") }).click()
  await expect(page.getByRole("status")).toHaveText(t("invited"))
  await page.getByRole("button", { name: "Unlock account" }).click()
  await expectOutcome(page, t("allowed"))
  // The page's own notice is no news any more.
  await expect(page.getByRole("status")).toHaveCount(1)
  await page.getByRole("button", { name: t("inviteAgain") }).click()
  await expectOutcome(page, t("invited"))
  const toasts = page.getByRole("region", { name: "Messages" }).getByRole("status")
  await expect(toasts).toHaveCount(2)
  await page.clock.pauseAt(Date.now() + 1_000)

  const controls = page.getByRole("main").locator("a, button, input").filter({ visible: true })
  for (const control of await controls.all()) {
    await control.focus()
    // A frame, by the clock of this test.
    await page.clock.runFor(20)
    await expect.poll(() => control.evaluate(isOnTop)).toBe(true)
  }

  await toasts.first().hover()
  await page.clock.runFor(60_000)
  await page.mouse.move(0, 0)
  await page.clock.runFor(8_000)
  await expect(toasts).toHaveCount(2)
  await page.getByRole("button", { name: "Dismiss" }).first().focus()
  await page.clock.runFor(60_000)
  await page.keyboard.press("Enter")
  await expect(toasts).toHaveText([t("invited")])
  await expect(page.getByRole("button", { name: "Dismiss" })).toBeFocused()
  await page.keyboard.press("Escape")
  await expect(toasts).toHaveCount(0)

  await page.getByRole("button", { name: "Unlock account" }).click()
  await expect(toasts).toHaveCount(1)
  await page.clock.runFor(11_000)
  await expect(toasts).toHaveCount(0)
  await page.clock.resume()
})

test("the focus goes to the first field at fault, and only the field says what is wrong", async ({
  user,
  newDevice,
  openOnNewDevice,
}) => {
  const stranger = await newDevice()
  await stranger.goto("/login")
  await stranger.getByLabel("Email").fill(user.email)
  await stranger.getByLabel("Password").fill("not my password")
  await stranger.getByRole("button", { name: "Log in", exact: true }).click()
  await expect(stranger.getByText("Incorrect email or password.")).toBeVisible()
  await expect(stranger.getByLabel("Password")).toBeFocused()
  await expect(stranger.getByText(general)).toBeHidden()

  const page = await openOnNewDevice(user, { ...small, path: accountPages.password })
  await page.getByLabel("Current password").fill("not my password")
  await page.getByLabel("New password", { exact: true }).fill("harbor lantern demo")
  await page.getByLabel("Confirm new password").fill("harbor lantern demo")
  await page.getByRole("button", { name: "Change password" }).click()
  await expect(page.getByLabel("Current password")).toBeFocused()
  await expect(page.getByText("Your current password is incorrect.")).toBeInViewport(inView)
  await expect(page.getByText(general)).toBeHidden()
})

test("a refused proof reads as an error of its field, and the field has the focus", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const page = await openOnNewDevice(user)
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  await page.reload()
  const dialog = await ask(page.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await prove(page, "not my password")
  const field = dialog.getByLabel("Password")
  await expect(field).toHaveAccessibleDescription("Incorrect password.")
  await expect(field).toHaveAttribute("aria-invalid", "true")
  await expect(field).toBeFocused()
  await expect(dialog.getByText("Confirm it's you to continue.")).toBeVisible()
})

test("without JavaScript the field at fault has the focus as the page comes anew", async ({
  user,
  newDevice,
}) => {
  const page = await newDevice({ javaScriptEnabled: false })
  await page.goto("/login")
  await page.getByLabel("Email").fill(user.email)
  await page.getByLabel("Password").fill("not my password")
  await page.getByRole("button", { name: "Log in", exact: true }).click()
  await expect(page.getByLabel("Password")).toBeFocused()
  await expect(page.getByText(general)).toBeHidden()
})

test("the button for the other devices stays where it is once the last one is out", async ({
  user,
  openOnNewDevice,
  issueTo,
}) => {
  await issueTo(user, iphone)
  const page = await openOnNewDevice(user)
  const button = page.getByRole("button", { name: /^Log out other devices/ })
  const leftOf = async () => Math.round((await button.boundingBox())?.x ?? 0)
  const before = await leftOf()
  await confirm(button, "Log out 1 other device?")
  await expectOutcome(page, "1 other device was logged out.")
  expect(await leftOf()).toBe(before)
})
