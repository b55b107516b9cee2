import { expectAccessible, still } from "@/e2e/support/accessible"
import { firefox } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"

test("the policy's page reads out what is in force: lifetimes, triggers, and what both ways to log out everywhere end", async ({
  admin,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { path: "/admin/policy" })
  const row = (name: string) => page.getByRole("row", { name })
  await expect(row("Session, kept logged in 14 days 30 days")).toBeVisible()
  await expect(row("Session, Administrator 30 minutes 12 hours")).toBeVisible()
  await expect(
    row("An account is disabled All of these Session, API token, Password reset"),
  ).toBeVisible()

  const fact = (term: string | RegExp) =>
    page.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd")
  const links = "Password reset link, Login link, Invitation and Email confirmation link"
  const spared = 'Email change undo link and "This wasn\'t me" link'
  await expect(fact(/^Log out everywhere$/)).toHaveText(
    `Ends: Session, API token, ${links}. Spares: ${spared}.`,
  )
  await expect(fact("Log out everywhere but keep API tokens")).toHaveText(
    `Ends: Session, ${links}. Spares: API token, ${spared}.`,
  )
})

test("it answers what a change would end for a person, also without JavaScript, and ends nothing", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
}) => {
  const laptop = askWith(await issueTo(user, firefox))
  await issueTo(user)
  await issueTo(user, { purpose: "api" })
  const page = await openOnNewDevice(admin, { javaScriptEnabled: false, path: "/admin/policy" })
  const ask = async (change: string) => {
    await page.getByLabel("Person (email or ID)").fill(user.email)
    await page.getByLabel("Change", { exact: true }).selectOption(change)
    await page.getByRole("button", { name: "Filter" }).click()
  }
  const table = page.getByRole("table", { name: "What would end now" })
  await ask("A new email is confirmed")
  await expect(table.getByRole("row")).toHaveText([/^Kind/, "Session11", "API token01"])
  await expect(page.getByText("The session they do it from stays.")).toBeVisible()
  await ask("An account is disabled")
  await expect(table.getByRole("row")).toHaveText([/^Kind/, "Session20", "API token10"])
  await ask("A person reports an unrecognised session")
  await expect(page.getByRole("table", { name: "If they don't" })).toBeVisible()
  expect(await laptop("/account/security")).toMatchObject({ status: 200 })
})

test("it says so if nobody is called like that, and is accessible with an answer", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  const path = `/admin/policy?person=${user.id}&event=role_changed`
  const page = await openOnNewDevice(admin, { ...still, path })
  await expect(page.getByRole("table", { name: "What would end now" })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel("Person (email or ID)").fill("nobody-at-all@example.com")
  await expect(page.getByText("No account has that email or ID.")).toBeVisible()
})
