import type { Route } from "playwright/test"
import { expectOutcome } from "@/e2e/support/acts"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"
import { secretOf, sessionCookieName } from "@/test/http/session-cookie"

const endpoint = "**/api/auth/session"

/** Sends a request from the page and holds it, or its answer, until it is released. */
async function park(page: Page, hold: (route: Route, released: Promise<void>) => Promise<void>) {
  const { promise: released, resolve: release } = withResolvers()
  const { promise: isParked, resolve: parked } = withResolvers()
  await page.route(endpoint, async (route) => {
    parked()
    await hold(route, released)
  })
  const answered = page.evaluate(() => fetch("/api/auth/session").then((answer) => answer.text()))
  await isParked
  return { release, answered }
}

function withResolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

async function changePassword(page: Page, from: string, to: string) {
  await page.getByLabel("Current password").fill(from)
  await page.getByLabel("New password", { exact: true }).fill(to)
  await page.getByLabel("Confirm new password").fill(to)
  await page.getByRole("button", { name: "Change password" }).click()
  await expectOutcome(page, "Password changed.")
}

test("a session request answered before a password change and heard after it leaves the new cookie alone", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { path: accountPages.password })
  const oldSecret = await secretOf(page)
  const parked = await park(page, async (route, released) => {
    const response = await route.fetch()
    await released
    await route.fulfill({ response })
  })

  await changePassword(page, user.password, "seven quiet herons wade")
  const newSecret = await secretOf(page)
  parked.release()

  expect(JSON.parse(await parked.answered)).toHaveProperty("user.id", user.id)
  expect(newSecret).not.toBe(oldSecret)
  expect(await secretOf(page)).toBe(newSecret)
  await page.reload()
  await expect(page.getByRole("heading", { name: "Change your password" })).toBeVisible()
})

for (const path of ["/api/log-out", "/api/auth/signout"]) {
  test(`${path} with a secret from before a rotation takes the new one from nobody, and says so`, async ({
    user,
    address,
    issueTo,
    database,
  }) => {
    const browser = new HttpClient(address)
    browser.cookies.set(sessionCookieName, await issueTo(user))
    const csrfToken = await browser.csrfToken()
    const parked = new HttpClient(address)
    for (const [name, value] of browser.cookies) parked.cookies.set(name, value)
    const newPassword = "seven quiet herons wade"
    const twice = { newPassword, newPasswordAgain: newPassword, currentPassword: user.password }
    await press(browser, accountPages.password, "Change password", twice)
    expect(await browser.isLoggedIn()).toBe(true)

    const { setCookies } = await parked.post(path, { csrfToken })
    expect(setCookies.join()).not.toContain(sessionCookieName)
    expect(await database.sessionsOf(user.id)).toMatchObject([{ revokedAt: null }])
    expect((await browser.ask("/log-out")).body).toContain("Log out of this device?")
    await browser.post("/api/log-out", { renderedFor: user.id })
    expect(await browser.isLoggedIn()).toBe(false)
  })
}

test("a session request sent before a password change and answered after it leaves the new cookie alone", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { path: accountPages.password })
  const oldSecret = await secretOf(page)
  const parked = await park(page, async (route, released) => {
    await released
    const headers = { ...route.request().headers(), cookie: `${sessionCookieName}=${oldSecret}` }
    const answer = await fetch(route.request().url(), { headers })
    await route.fulfill({
      status: answer.status,
      headers: { "Set-Cookie": answer.headers.getSetCookie().join("\n") },
      body: await answer.text(),
    })
  })

  await changePassword(page, user.password, "seven quiet herons wade")
  const newSecret = await secretOf(page)
  parked.release()

  expect(await parked.answered).toBe("null")
  expect(await secretOf(page)).toBe(newSecret)
  await page.reload()
  await expect(page.getByRole("heading", { name: "Change your password" })).toBeVisible()
})
