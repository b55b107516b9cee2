import { expect, type Page } from "./fixtures"

/** Makes a token by the form, and leaves its secret on the screen. */
export async function make(page: Page, name: string) {
  await page.getByLabel("Name", { exact: true }).fill(name)
  await page.getByLabel("Expires after").selectOption("90 days")
  await page.getByRole("button", { name: "Create API token" }).click()
}

export const shownSecret = async (page: Page) => {
  const secret = page.locator("code[data-secret]")
  await expect(secret).toBeVisible()
  return (await secret.textContent()) ?? ""
}
