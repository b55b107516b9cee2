import type { Page } from "playwright/test"

/** Loads a page once more, and resolves when its browser has the stream by which it is told of what ends. */
export async function listening(page: Page): Promise<Page> {
  const address = page.url()
  await page.goto("about:blank")
  const begun = page.waitForResponse((answer) => answer.url().endsWith("/api/live"))
  await page.goto(address)
  await begun
  return page
}

/** Keeps a browser's pages from being told of anything: each stays as it is until its person does something. */
export async function deafen(page: Page): Promise<Page> {
  await page.context().route("**/api/live", () => {})
  // It asks once for how long it may stay, and a late answer would take it away.
  const asked = page.waitForResponse((answer) => answer.url().endsWith("/api/session"))
  await page.reload()
  await asked
  return page
}

/** Has a browser's pages ask now and then in place of being told, so that the network can be idle. */
export async function withoutStream(page: Page): Promise<void> {
  await page.context().addInitScript(() => Reflect.deleteProperty(window, "EventSource"))
}
