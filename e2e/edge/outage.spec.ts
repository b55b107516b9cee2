import { expectAccessible, still } from "@/e2e/support/accessible"
import { confirm } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page } from "@/e2e/support/fixtures"
import { deafen } from "@/e2e/support/listening"
import { logIn } from "@/e2e/support/log-in"
import { bringBack, cutOff, test } from "@/e2e/support/own-app"
import { secretOf, sessionCookieName } from "@/test/http/session-cookie"

// One app, broken and mended by one test after the other.
test.describe.configure({ mode: "default" })

test.beforeEach(({ complaints }) => {
  complaints.expect(/status of 50[03]|Minified React error #441/)
})

test.afterEach(async ({ ownApp }) => {
  ownApp.proxy.speakAgain()
  await bringBack(ownApp.storage)
})

const outageMessage = (page: Page) =>
  page.getByRole("heading", { name: "We can't show this page right now" })

/** In the page of the act, which stays. */
const unknownOutcome = (page: Page) =>
  page.getByText(
    "Something on our side isn't working right now, so we don't know whether it was done.",
  )

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript"

  test(`on an outage a page says so${how}, keeps the cookie, and opens again afterwards`, async ({
    user,
    openOnNewDevice,
    ownApp,
  }) => {
    const path = "/account/history?page=1"
    const page = await openOnNewDevice(user, { javaScriptEnabled, path })
    const secret = await secretOf(page)
    await cutOff(ownApp.storage)

    const answer = await page.reload()
    expect(answer?.status()).toBe(500)
    expect(answer?.headers()).toMatchObject({ "cache-control": "no-store", "retry-after": "5" })
    await expect(outageMessage(page)).toBeVisible()
    await expect(page.getByText("This doesn't log you out.")).toBeVisible()
    expect(await secretOf(page)).toBe(secret)

    await bringBack(ownApp.storage)
    await page.getByRole("link", { name: "Try again" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("History")
    await expect(page).toHaveURL(path)
    expect(await secretOf(page)).toBe(secret)
  })
}

test("the page of an outage is accessible", async ({ user, openOnNewDevice, ownApp }) => {
  const page = await openOnNewDevice(user, still)
  await cutOff(ownApp.storage)
  await page.reload()
  await expect(outageMessage(page)).toBeVisible()
  await expectAccessible(page)
})

test("on an outage a route handler answers 503 and touches no cookie", async ({
  user,
  issueTo,
  askWith,
  ownApp,
}) => {
  const ask = askWith(await issueTo(user))
  expect(await ask("/api/auth/session")).toMatchObject({ status: 200 })
  await cutOff(ownApp.storage)

  for (const path of ["/api/auth/session", "/api/session", "/api/health"]) {
    const { status, headers, body } = await ask(path)
    expect(status).toBe(503)
    expect(headers.getSetCookie().join()).not.toContain(sessionCookieName)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(body).not.toMatch(/postgres|prisma|\bat\b .*:\d+/i)
  }

  await bringBack(ownApp.storage)
  expect(JSON.parse((await ask("/api/auth/session")).body)).toHaveProperty("user.id", user.id)
})

test("a database that falls silent is an outage too: the page and the handler say so in time", async ({
  user,
  openOnNewDevice,
  steal,
  ownApp,
}) => {
  const page = await openOnNewDevice(user)
  const [ask, secret] = [await steal(page), await secretOf(page)]
  ownApp.proxy.fallSilent()

  const startedAt = performance.now()
  const [handler, answer] = await Promise.all([ask("/api/auth/session"), page.reload()])
  expect(performance.now() - startedAt).toBeLessThan(15_000)
  expect(handler).toMatchObject({ status: 503 })
  expect(answer?.status()).toBe(500)
  await expect(outageMessage(page)).toBeVisible()
  expect(await secretOf(page)).toBe(secret)

  ownApp.proxy.speakAgain()
  await page.getByRole("link", { name: "Try again" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("an act that meets an outage ends nothing and logs nobody out", async ({
  user,
  issueTo,
  askWith,
  openOnNewDevice,
  database,
  ownApp,
}) => {
  const other = askWith(await issueTo(user, firefox))
  const page = await deafen(await openOnNewDevice(user))
  const secret = await secretOf(page)
  await cutOff(ownApp.storage)

  await confirm(page.getByRole("button", { name: "Log out other devices (1)" }), /1 other device/)
  await expect(unknownOutcome(page)).toBeVisible()
  expect(await secretOf(page)).toBe(secret)

  await bringBack(ownApp.storage)
  expect(await other("/account/security")).toMatchObject({ status: 200 })
  expect((await database.sessionsOf(user.id)).map((row) => row.revokedAt)).toEqual([null, null])
  await page.reload()
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("Log out on an outage does not pretend to have worked", async ({
  user,
  issueTo,
  askWith,
  ownApp,
}) => {
  const ask = askWith(await issueTo(user))
  await cutOff(ownApp.storage)
  const { status, headers } = await ask("/api/log-out", { method: "POST" })
  expect(status).toBeGreaterThanOrEqual(500)
  expect(headers.getSetCookie().join()).not.toContain(sessionCookieName)

  await bringBack(ownApp.storage)
  expect(await ask("/account/security")).toMatchObject({ status: 200 })
})

test("a log-in on an outage fails as such, and works afterwards", async ({
  user,
  newDevice,
  ownApp,
}) => {
  const page = await newDevice()
  await page.goto("/login")
  await cutOff(ownApp.storage)
  await logIn(page, user)
  await expect(unknownOutcome(page)).toBeVisible()
  await expect(page.getByLabel("Email")).toHaveValue(user.email)

  await bringBack(ownApp.storage)
  await page.goto("/login")
  await logIn(page, user)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})
