import { expect, type Locator, type Page } from "playwright/test"

/** Presses a button and says yes in the dialog, which must name what is about to end. */
export async function confirm(button: Locator, question: string | RegExp): Promise<void> {
  const page = button.page()
  // Until React has taken it over, a click sends the form as without scripts.
  await expect.poll(() => button.evaluate(isHydrated)).toBe(true)
  await button.click()
  const dialog = page.getByRole("alertdialog", { name: question })
  await expect(dialog).toBeVisible()
  await dialog.getByRole("button").last().click()
  await expect(dialog).toBeHidden()
}

const isHydrated = (element: Element) =>
  Object.keys(element).some((key) => key.startsWith("__reactProps$"))

/** The live line that says how an act went: politely, unless it failed. */
export async function expectOutcome(page: Page, outcome: string | RegExp): Promise<void> {
  const live = page.getByRole("status").or(page.getByRole("alert"))
  await expect(live.filter({ hasText: outcome }).last()).toBeVisible()
}

/** Proves who acts, in the form of the act that asked. */
export async function prove(page: Page, password: string): Promise<void> {
  const proof = page.getByRole("group", { name: "Confirm it's you" })
  await proof.getByLabel("Password").fill(password)
  await proof.getByRole("button", { name: "Confirm" }).click()
}
