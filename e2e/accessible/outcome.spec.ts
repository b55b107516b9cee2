import { confirm, expectOutcome, prove } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"
import { secretOf } from "@/test/http/session-cookie"

/** Not one pixel of it under the header, which stays on top. */
const inView = { ratio: 1 }
const small = { viewport: { width: 1280, height: 500 } }
const general = "Please fix the highlighted fields."

test("what came of an act is brought into view, from however far down", async ({
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  const oldest = await issueTo(user, iphone)
  for (let count = 0; count < 8; count++) await issueTo(user, firefox)
  const page = await openOnNewDevice(user, small)
  await database.set(oldest, "lastActiveAt", "-1 hour")
  await page.reload()
  await confirm(page.getByRole("button", { name: /Safari on iOS/ }), "Log out Safari on iOS?")
  const outcome = page.getByText("Safari on iOS was logged out.")
  await expect(outcome).toBeInViewport(inView)
  const { y = 0 } = (await outcome.boundingBox()) ?? {}
  expect(y).toBeGreaterThan(56)
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
  await confirm(page.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await prove(page, "not my password")
  const proof = page.getByRole("group", { name: "Confirm it's you" })
  const field = proof.getByLabel("Password")
  await expect(field).toHaveAccessibleDescription("Incorrect password.")
  await expect(field).toHaveAttribute("aria-invalid", "true")
  await expect(field).toBeFocused()
  await expect(proof.getByText("Confirm it's you to continue.")).toBeVisible()
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
  const rightOf = async () => {
    const { x = 0, width = 0 } = (await button.boundingBox()) ?? {}
    return Math.round(x + width)
  }
  const before = await rightOf()
  await confirm(button, "Log out 1 other device?")
  await expectOutcome(page, "1 other device was logged out.")
  expect(await rightOf()).toBe(before)
})

test("of several acts on a page only the latest says how it went", async ({
  admin,
  user,
  openOnNewDevice,
}) => {
  const t = words("user")
  const page = await openOnNewDevice(admin, { path: "/admin/users/new" })
  await page.getByLabel("Email").fill(`invited-${user.email}`)
  await page.getByRole("button", { name: words("invitationForm")("submit") }).click()
  await expect(page.getByRole("status")).toHaveText(t("invited"))
  await page.getByRole("button", { name: "Unlock account" }).click()
  await expectOutcome(page, t("allowed"))
  await expect(page.getByRole("status")).toHaveCount(1)
  await page.getByRole("button", { name: t("inviteAgain") }).click()
  await expectOutcome(page, t("invited"))
  await expect(page.getByRole("status")).toHaveCount(1)
})
