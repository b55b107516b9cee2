import { dialogOf, expectOutcome } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { secretOf } from "@/test/http/session-cookie"

/** Presses Tab until the wanted control has the focus. Each stop on the way must show its focus. */
async function tabTo(page: Page, role: "button" | "link" | "textbox", name: string | RegExp) {
  const wanted = page.getByRole(role, { name, exact: typeof name === "string" })
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press("Tab")
    await expect(page.locator(":focus")).not.toHaveCSS("outline-style", "none")
    if (await wanted.evaluate((control) => control === document.activeElement)) return wanted
  }
  throw new Error(`Tab never gets to ${name}.`)
}

test("the log-in form works by keyboard alone", async ({ user, newDevice }) => {
  const page = await newDevice()
  await page.goto("/login")
  await expect(page.getByLabel("Email")).toBeFocused()
  await page.keyboard.type(user.email)
  await page.keyboard.press("Tab")
  await page.keyboard.type(user.password)
  await page.keyboard.press("Tab")
  await expect(page.getByRole("button", { name: "Show password" })).toBeFocused()
  await page.keyboard.press("Tab")
  await expect(page.getByLabel("Keep me logged in")).toBeFocused()
  await page.keyboard.press("Space")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("the first stop skips to the content", async ({ user, openOnNewDevice }) => {
  const page = await openOnNewDevice(user)
  await page.keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("main")).toBeFocused()
})

test("a dialog takes the focus, keeps it, and gives it back on Escape", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const page = await openOnNewDevice(user)
  const button = await tabTo(page, "button", /^Log out Safari on iOS/)
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("alertdialog", { name: "Log out Safari on iOS?" })
  await expect(dialog).toHaveAccessibleDescription(/^192\.0\.2\.1, last active just now\./)
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused()

  for (const name of ["Log out", "Cancel", "Log out"]) {
    await page.keyboard.press("Tab")
    await expect(dialog.getByRole("button", { name })).toBeFocused()
  }
  await page.keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  expect(await phone("/account/security")).toMatchObject({ status: 200 })
})

test("after an act that takes its button away the focus is on the next one", async ({
  user,
  openOnNewDevice,
  issueTo,
}) => {
  await issueTo(user, firefox)
  await issueTo(user, iphone)
  const page = await openOnNewDevice(user)
  await tabTo(page, "button", /^Log out Safari on iOS/)
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")

  await expectOutcome(page, "Safari on iOS was logged out.")
  await expect(page.getByRole("button", { name: /Log out Firefox/ })).toBeFocused()

  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(page.getByText("No other devices are logged in.")).toBeVisible()
  await expectOutcome(page, "Firefox on Linux was logged out.")
  await expect(page.getByRole("heading", { name: "Your sessions" })).toBeFocused()
})

test("proving who one is works by keyboard alone and goes on with the act", async ({
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user)
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  await page.reload()
  await tabTo(page, "button", "Log out other devices (1)")
  await page.keyboard.press("Enter")
  await expect(dialogOf(page).getByLabel("Password")).toBeFocused()
  await page.keyboard.type(user.password)
  await page.keyboard.press("Enter")
  await expectOutcome(page, "1 other device was logged out.")
})

test("every control of the settings can be reached, from page to page", async ({
  user,
  openOnNewDevice,
  issueTo,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user)
  for (const [role, name] of [
    ["link", "Security"],
    ["button", "Log out"],
    ["link", "Sessions"],
    ["link", "Account"],
    ["button", "Log out other devices (1)"],
    ["button", "Log out everywhere"],
    ["button", "Log out of this device"],
    ["button", /^Log out Firefox on Linux/],
    ["button", "Dark"],
  ] as const) {
    await tabTo(page, role, name)
  }
  for (const [link, role, name] of [
    ["Password", "button", "Change password"],
    ["Account", "button", "Delete my account"],
  ] as const) {
    await page.reload()
    await (await tabTo(page, "link", link)).press("Enter")
    await expect(page.getByRole("link", { name: link })).toHaveAttribute("aria-current", "page")
    await tabTo(page, role, name)
  }
})
