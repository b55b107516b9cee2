import { confirm, expectOutcome } from "@/e2e/support/acts"
import { make, shownSecret } from "@/e2e/support/api-token-form"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, type Person, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"
import { isTranslated, translateEvery } from "./translated"

// Each act that a translation breaks ends in the error page, or leaves words that are past.

const press = (page: Page, name: string, question: string | RegExp) =>
  confirm(page.getByRole("button", { name }), question)

test("one logs in, and asks for a link, on a translated page", async ({ user, newDevice }) => {
  const page = await newDevice()
  await translateEvery(page)
  await page.goto("/forgot-password")
  await isTranslated(page)
  await page.getByLabel("Email").fill(user.email)
  await page.getByRole("main").getByRole("button").click()
  await expect(page.getByText("we've sent it a")).toBeVisible()

  await page.goto("/login")
  await isTranslated(page)
  await logIn(page, { ...user, password: "not the password" })
  await expect(page.getByText("Incorrect email or password.")).toBeVisible()
  await logIn(page, user)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("every act of the security page works on a translated page", async ({
  user,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user)
  await translateEvery(page)
  await database.set(await secretOf(page), "idleAt", "90 seconds")
  await page.reload()
  await isTranslated(page)
  // Activity is written down once a minute at most, and the log-in was just now.
  await database.set(await secretOf(page), "lastActiveAt", "-118 minutes")
  await page.getByRole("button", { name: "Stay logged in" }).click()
  await expect(page.getByRole("button", { name: "Stay logged in" })).toBeHidden()

  await press(page, "Log out other devices (1)", /1 other device/)
  await expectOutcome(page, "1 other device was logged out.")
  await expect(page.getByRole("button", { name: "Log out other devices (0)" })).toBeVisible()

  await page.goto(accountPages.apiTokens)
  await isTranslated(page)
  await make(page, "deploy")
  expect(await shownSecret(page)).toMatch(/^loe_/)
  await press(page, "Revoke the API token deploy", /deploy/)
  await expectOutcome(page, /^The API token .+ was revoked\.$/)

  await page.goto(accountPages.email)
  await isTranslated(page)
  await page.getByLabel("New email").fill(`new-${user.email}`)
  await page.getByRole("button", { name: "Change email" }).click()
  await expectOutcome(page, "we've sent it a")
  await page.getByRole("button", { name: "Cancel the change" }).click()
  await expect(page.getByText(/to be confirmed/)).toBeHidden()

  await page.goto(accountPages.password)
  await isTranslated(page)
  await changePassword(page, { from: "not the password", to: "harbor demo lantern" })
  await expect(page.getByText("Your current password is incorrect.")).toBeVisible()
  await changePassword(page, { from: user.password, to: "harbor demo lantern" })
  await expectOutcome(page, "Password changed.")

  await page.getByRole("button", { name: "Dark" }).click()
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark")
  await page.goto(accountPages.sessions)
  await isTranslated(page)
  await press(page, "Log out everywhere", /Log out everywhere/)
  await expect(page.getByText("You're logged out everywhere.")).toBeVisible()
})

async function changePassword(page: Page, { from, to }: Record<"from" | "to", string>) {
  await page.getByLabel("Current password").fill(from)
  await page.getByLabel("New password", { exact: true }).fill(to)
  await page.getByLabel("Confirm new password").fill(to)
  await page.getByRole("button", { name: "Change password" }).click()
}

test("an administrator's acts work on translated pages", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  for (const device of [firefox, iphone]) await issueTo(user, device)
  const page = await openOnNewDevice(admin, { path: "/admin/policy" })
  await translateEvery(page)
  await page.goto("/admin/sessions")
  await isTranslated(page)
  await page.getByLabel("Email or IP address").fill(user.email)
  await expect(page).toHaveURL(/q=/)
  await isTranslated(page)
  await page.getByLabel(`Select ${user.email}'s session (Safari on iOS)`).check()
  await press(page, "Revoke selected (1)", /1 session/)
  await expectOutcome(page, /^\S+ session \(.+\) was revoked\.$/)
  await expect(page.getByRole("button", { name: "Revoke selected (0)" })).toBeVisible()

  await actOnPerson(page, user)
  await invite(page, `new-${user.email}`)
})

async function actOnPerson(page: Page, person: Person) {
  await page.goto(`/admin/users/${person.id}`)
  await isTranslated(page)
  await press(page, "Log out everywhere (1)", /out everywhere/)
  await expectOutcome(page, "1 session was ended.")
  await press(page, "Disable account", /Disable/)
  await expectOutcome(page, "Account disabled.")
  await page.getByRole("button", { name: "Enable account" }).click()
  await expectOutcome(page, "Account enabled.")
  await press(page, "Make administrator", /administrator/)
  await expectOutcome(page, "Role changed.")
  await page.getByLabel(`To confirm, type the email: ${person.email}`).fill(person.email)
  await press(page, "Delete account", /delete/)
  await expect(page.getByText("Account deleted.")).toBeVisible()
}

async function invite(page: Page, email: string) {
  await page.goto("/admin/users/new")
  await isTranslated(page)
  await page.getByLabel("Name (optional)").fill("Ben")
  await page.getByLabel("Email").fill(email)
  await page.getByRole("main").getByRole("button").click()
  await expect(page.getByText("Invitation sent.")).toBeVisible()
}
