/** examples/next-auth-prisma in Chromium, with all that runs in a browser. */
import { chromium, type Page } from "playwright/test"
import { findBrowser } from "@/test/world/browser"
import type { Person } from "./example-log-ins"

/**
 * Two browsers of one person. Says what each sees: logged in, after the first has logged out everywhere, and
 * after the other has logged in again and pressed the button of `signOut`.
 */
export async function seenInChromium(url: string, person: Person) {
  const { executablePath, env } = await findBrowser()
  const settings = { ...process.env, ...env }
  // Chromium's sandbox does not start as root, nor in most containers.
  const chrome = await chromium.launch({ executablePath, env: settings, args: ["--no-sandbox"] })
  try {
    const [laptop, phone] = [await openPage(), await openPage()]
    for (const page of [laptop, phone]) await logIn(page)
    const loggedIn = await Promise.all([laptop, phone].map(sees))

    await laptop.getByRole("button", { name: "Log out everywhere" }).click()
    await laptop.waitForURL("**/login")
    // By itself.
    await phone.waitForURL("**/login")
    const ended = await Promise.all([laptop, phone].map(sees))

    await logIn(phone)
    await sees(phone)
    await phone.getByRole("button", { name: "Log out", exact: true }).click()
    await phone.waitForURL("**/login")
    await phone.goto("/account")
    return { loggedIn, ended, loggedOut: await sees(phone) }
  } finally {
    await chrome.close()
  }

  async function openPage() {
    const context = await chrome.newContext({ baseURL: url })
    return context.newPage()
  }

  async function logIn(page: Page) {
    await page.goto("/login")
    await page.getByLabel("E-mail").fill(person.email)
    await page.getByLabel("Password").fill(person.password)
    await page.getByRole("button", { name: "Log in", exact: true }).click()
    await page.waitForURL("**/account")
  }
}

/**
 * The address of a page, and the person that `useSession` knows, after a reload: in no app of NextAuth's does
 * the hook hear of what an action has done.
 */
async function sees(page: Page): Promise<string> {
  await page.reload()
  const said = page.locator("body > p").filter({ hasNotText: "One moment" })
  const [name = ""] = (await said.textContent())?.split(" Log out") ?? []
  return `${new URL(page.url()).pathname}: ${name.trim()}`
}
