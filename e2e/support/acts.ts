import { expect, type Locator, type Page } from "playwright/test"

/** Presses a button, and waits for its dialog, which must name what is about to end. */
export async function ask(button: Locator, question: string | RegExp): Promise<Locator> {
  // Until React has taken it over, a click sends the form as without scripts.
  await expect.poll(() => button.evaluate(isHydrated)).toBe(true)
  await button.click()
  const dialog = button.page().getByRole("alertdialog", { name: question })
  await expect(dialog).toBeVisible()
  return dialog
}

/** The same, and says yes. The dialog goes with the answer, unless it asks for more. */
export async function confirm(button: Locator, question: string | RegExp): Promise<void> {
  const dialog = await ask(button, question)
  await dialog.getByRole("button").last().click()
}

const isHydrated = (element: Element) =>
  Object.keys(element).some((key) => key.startsWith("__reactProps$"))

/** The live line that says how an act went: politely, unless it failed. */
export async function expectOutcome(page: Page, outcome: string | RegExp): Promise<void> {
  const live = page.getByRole("status").or(page.getByRole("alert"))
  await expect(live.filter({ hasText: outcome }).last()).toBeVisible()
}

/** What an act asks for. */
export const dialogOf = (page: Page): Locator => page.getByRole("alertdialog")

/** Proves who acts, in the dialog of the act that asked. */
export async function prove(page: Page, password: string): Promise<void> {
  const dialog = dialogOf(page)
  await dialog.getByLabel("Password").fill(password)
  await dialog.getByRole("button").last().click()
}
