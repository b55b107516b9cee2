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
    row("An account is disabled Everything, of these kinds Session, API token, Password reset"),
  ).toBeVisible()

  const fact = (term: string | RegExp) =>
    page.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd")
  const links = "Password reset link, Log-in link, Invitation and Link that confirms an email"
  const spared = "Link that undoes a change of email and Link “This was not me”"
  await expect(fact(/^Log out everywhere$/)).toHaveText(
    `Ends: Session, API token, ${links}. Spares: ${spared}.`,
  )
  await expect(fact("Log out everywhere, but keep API tokens")).toHaveText(
    `Ends: Session, ${links}. Spares: API token, ${spared}.`,
  )
})
