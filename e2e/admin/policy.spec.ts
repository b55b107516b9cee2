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
