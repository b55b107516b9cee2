import type { BrowserContext, Cookie, Page } from "playwright/test"

export const sessionCookieName = "__Host-loe-session"

/** As the app sets it for a session that goes with the browser. */
export const sessionCookie = {
  name: sessionCookieName,
  domain: "localhost",
  path: "/",
  httpOnly: true,
  secure: true,
  sameSite: "Lax",
} as const

export async function sessionCookieOf(browser: BrowserContext): Promise<Cookie> {
  const cookie = (await browser.cookies()).find(({ name }) => name === sessionCookieName)
  if (!cookie) throw new Error("The browser has no session cookie.")
  return cookie
}

export async function secretOf(page: Page): Promise<string> {
  return (await sessionCookieOf(page.context())).value
}
