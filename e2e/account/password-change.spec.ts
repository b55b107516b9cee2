import { expectOutcome } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf, sessionCookieOf } from "@/test/http/session-cookie"

const newPassword = "seven quiet herons wade"

async function changePassword(page: Page, current: string, next: string, again = next) {
  const section = page.getByRole("main")
  await section.getByLabel("Current password").fill(current)
  await section.getByLabel("New password", { exact: true }).fill(next)
  await section.getByLabel("Confirm new password").fill(again)
  await section.getByRole("button", { name: "Change password" }).click()
}

test("a password change keeps this session under a new cookie and ends the other", async ({
  user,
  logInOnNewDevice,
  steal,
  openOnNewDevice,
}) => {
  const here = await logInOnNewDevice(user)
  const other = await openOnNewDevice(user, firefox)
  const oldSecret = await secretOf(here)
  const [withOldCookie, withOthersCookie] = [await steal(here), await steal(other)]
  expect(await withOldCookie("/account/security")).toMatchObject({ status: 200 })

  await here.goto(accountPages.password)
  await changePassword(here, user.password, newPassword)
  await expectOutcome(here, "Password changed. 1 session was ended.")

  expect(await secretOf(here)).not.toBe(oldSecret)
  for (const ask of [withOldCookie, withOthersCookie]) {
    expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
    expect((await ask("/api/auth/session")).body).toBe("null")
  }
  await here.reload()
  await expect(here.getByRole("heading", { name: "Change your password" })).toBeVisible()
  await expect(other).toHaveURL(/\/login/)
  await expect(other.getByText("Your password was changed, so this device was")).toBeVisible()
})

test("the form says what a new password ends, of each kind, and the outcome says the same", async ({
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user)
  await issueTo(user, { purpose: "api" })
  await issueTo(user, { purpose: "magic_link" })
  await issueTo(user, { purpose: "report" })
  const page = await openOnNewDevice(user, { path: accountPages.password })
  const ends = "1 session, 1 API token and 1 login link"
  await expect(page.getByText(`A new password will end ${ends}. This device stays`)).toBeVisible()
  await changePassword(page, user.password, newPassword)
  await expectOutcome(page, `Password changed. ${ends} were ended.`)
  await expect(page.getByText("No other sessions will be ended.")).toBeVisible()
  await page.goto(accountPages.apiTokens)
  await expect(
    page.getByText("Logging out everywhere or changing your password revokes them."),
  ).toBeVisible()
})

test("after a password change the old password is refused and the new one opens", async ({
  user,
  newDevice,
  openOnNewDevice,
}) => {
  const here = await openOnNewDevice(user)
  await here.goto(accountPages.password)
  await changePassword(here, user.password, newPassword)
  await expectOutcome(here, "Password changed.")

  const later = await newDevice()
  await logIn(later, user)
  await expect(later.getByText("Incorrect email or password.")).toBeVisible()
  await logIn(later, { ...user, password: newPassword })
  await expect(later.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("the new cookie lasts as long as the old one would have", async ({
  user,
  logInOnNewDevice,
}) => {
  const page = await logInOnNewDevice(user, { isRemembered: true })
  const before = await sessionCookieOf(page.context())
  await page.goto(accountPages.password)
  await changePassword(page, user.password, newPassword)
  await expectOutcome(page, "Password changed.")

  const after = await sessionCookieOf(page.context())
  expect(after.value).not.toBe(before.value)
  expect(Math.abs(after.expires - before.expires)).toBeLessThan(2)
})

test("a refused password change says at the field what is wrong, and ends nothing", async ({
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user, { path: accountPages.password })
  const secret = await secretOf(page)
  const section = page.getByRole("main")
  // The browser's own checks would stop the shortest one before it is sent.
  await section.locator("form").evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })

  const refusals = [
    ["New password", user.password, "short one", "That password is too short."],
    ["New password", user.password, "x y".repeat(43), "Use 128 characters or fewer."],
    ["New password", user.password, "qwerty123456", "That password is too common."],
    ["New password", user.password, user.email, "can't be your email address"],
    ["New password", user.password, user.password, "That's already your password."],
    ["New password", user.password, "", "Fill in this field."],
    ["Current password", "not my password", newPassword, "Your current password is incorrect."],
    ["Current password", "", newPassword, "Fill in this field."],
  ] as const
  for (const [label, current, next, message] of refusals) {
    await changePassword(page, current, next)
    const field = section.getByLabel(label, { exact: true })
    await expect(field).toHaveAccessibleDescription(new RegExp(message))
    await expect(field).toHaveAttribute("aria-invalid", "true")
  }
  await changePassword(page, user.password, newPassword, "seven quiet herons wait")
  await expect(section.getByLabel("Confirm new password")).toHaveAccessibleDescription(
    "The passwords don't match.",
  )

  expect(await secretOf(page)).toBe(secret)
  const rows = await database.sessionsOf(user.id)
  expect(rows.map((row) => row.revokedAt)).toEqual([null, null])
})

test("password managers can tell whose password goes into which field", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { path: accountPages.password })
  const section = page.getByRole("main")

  await expect(section.locator("[autocomplete=username]")).toHaveValue(user.email)
  for (const [label, autocomplete] of [
    ["Current password", "current-password"],
    ["New password", "new-password"],
    ["Confirm new password", "new-password"],
  ] as const) {
    const field = section.getByLabel(label, { exact: true })
    await expect(field).toHaveAttribute("autocomplete", autocomplete)
    await expect(field).toHaveAttribute("type", "password")
  }
})
