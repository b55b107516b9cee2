import type { BrowserContext, Cookie, Page } from "@playwright/test"

export const sessionCookieName = "__Host-loe-session"

export async function sessionCookieOf(browser: BrowserContext): Promise<Cookie> {
  const cookie = (await browser.cookies()).find(({ name }) => name === sessionCookieName)
  if (!cookie) throw new Error("The browser has no session cookie.")
  return cookie
}

export async function secretOf(page: Page): Promise<string> {
  return (await sessionCookieOf(page.context())).value
}
