import { expectAccessible, still } from "@/e2e/support/accessible"
import { confirm, expectOutcome } from "@/e2e/support/acts"
import { make, shownSecret } from "@/e2e/support/api-token-form"
import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"

test("a secret can be copied by keyboard, and goes from the page with its token", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { path: accountPages.apiTokens })
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await make(page, "Short-lived")
  const secret = await shownSecret(page)
  await page.getByRole("button", { name: "Copy the API token Short-lived" }).press("Enter")
  await expectOutcome(page, "Copied")
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)

  await confirm(page.getByRole("button", { name: "Revoke the API token Short-lived" }), /Short/)
  await expectOutcome(page, /^The API token .+ was revoked\.$/)
  await expect(page.locator("code[data-secret]")).toHaveCount(0)
})

test("the secret stands in the place of the form, accessible, until the person is done with it", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { ...still, path: accountPages.apiTokens })
  await make(page, "Accessible")
  await shownSecret(page)
  await expect(page.getByRole("group", { name: "Copy it now." })).toBeFocused()
  await expect(page.getByRole("button", { name: "Create API token" })).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole("link", { name: "Done" }).click()
  await expect(page.locator("code[data-secret]")).toHaveCount(0)
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused()
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("")
})
