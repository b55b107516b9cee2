import type { Page } from "playwright/test"

interface Credentials {
  readonly email: string
  readonly password: string
}

/** Logs in as a person does. Where the browser stands on the log-in page already, it stays there. */
export async function logIn(
  page: Page,
  { email, password }: Credentials,
  { isRemembered = false } = {},
): Promise<void> {
  if (!page.url().includes("/login")) await page.goto("/login")
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(password)
  if (isRemembered) await page.getByLabel("Keep me logged in").check()
  await page.getByRole("button", { name: "Log in" }).click()
}
