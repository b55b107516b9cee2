import { firefox } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { secretOf, sessionCookieOf } from "@/test/http/session-cookie"

test("every log-in makes exactly one session, of a fresh secret", async ({
  user,
  logInOnNewDevice,
  database,
}) => {
  const first = await logInOnNewDevice(user)
  expect(await database.sessionsOf(user.id)).toHaveLength(1)
  const second = await logInOnNewDevice(user)
  expect(await database.sessionsOf(user.id)).toHaveLength(2)
  expect(await secretOf(first)).not.toBe(await secretOf(second))
})

test("Keep me logged in makes the cookie outlive the browser, and nothing else does", async ({
  user,
  logInOnNewDevice,
  database,
}) => {
  const kept = await logInOnNewDevice(user, { isRemembered: true })
  const passing = await logInOnNewDevice(user)
  const flags = { httpOnly: true, secure: true, sameSite: "Lax", path: "/", domain: "localhost" }

  const cookie = await sessionCookieOf(kept.context())
  const { expiresAt, isRemembered } = await database.sessionOf(cookie.value)
  expect(isRemembered).toBe(true)
  expect(cookie).toMatchObject(flags)
  expect(Math.abs(cookie.expires * 1000 - +expiresAt)).toBeLessThan(2_000)
  const lifetimeDays = (+expiresAt - Date.now()) / 86_400_000
  expect(Math.round(lifetimeDays)).toBe(30)

  expect(await sessionCookieOf(passing.context())).toMatchObject({ ...flags, expires: -1 })
})

test("a log-in in a browser that has a session already ends that one", async ({
  user,
  newPerson,
  logInOnNewDevice,
  steal,
  issueTo,
  askWith,
  database,
}) => {
  const page = await logInOnNewDevice(user)
  const ask = await steal(page)
  const elsewhere = askWith(await issueTo(user, firefox))
  const next = await newPerson()

  await page.goto("/login")
  await expect(page.getByText(`You're logged in as ${user.email}.`)).toBeVisible()
  await logIn(page, next)
  await expect(page.getByText(`Devices and ways to log in for ${next.email}.`)).toBeVisible()

  expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
  expect(await elsewhere("/account/security")).toMatchObject({ status: 200 })
  const reasons = (await database.sessionsOf(user.id)).map((row) => row.revocationReason)
  expect(reasons).toEqual(["replaced", null])
})

test("whoever wanted to go somewhere gets there after the log-in", async ({ user, newDevice }) => {
  const page = await newDevice()
  await page.goto("/account/security?notice=linked")
  await expect(page).toHaveURL(/\/login\?returnTo=/)
  await logIn(page, user)
  await expect(page).toHaveURL("/account/security?notice=linked")
})

test("an unknown address and a wrong password get the same answer", async ({ user, newDevice }) => {
  const page = await newDevice()
  await page.goto("/login")
  for (const email of [user.email, "nobody-at-all@example.com"]) {
    await logIn(page, { email, password: "not the password" })
    await expect(page.getByText("Incorrect email or password.")).toBeVisible()
    await expect(page.getByLabel("Email")).toHaveValue(email)
    await page.reload()
  }
})

test("an address is found however it is spelled", async ({ user, newDevice }) => {
  const page = await newDevice()
  await logIn(page, { ...user, email: `  ${user.email.toUpperCase()} ` })
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("the log-in form tells browsers and password managers what it asks for", async ({
  newDevice,
}) => {
  const page = await newDevice()
  await page.goto("/login")
  await expect(page.getByLabel("Email")).toHaveAttribute("autocomplete", "username")
  await expect(page.getByLabel("Email")).toHaveAttribute("type", "email")
  const password = page.getByLabel("Password")
  await expect(password).toHaveAttribute("autocomplete", "current-password")
  await expect(password).toHaveAttribute("type", "password")
})

test("a browser that throws the cookie away is told so", async ({ user, newDevice }) => {
  const page = await newDevice()
  await page.goto("/login")
  await page.route("**/login/arrive*", async (route) => {
    await page.context().clearCookies()
    const { cookie: _, ...headers } = route.request().headers()
    await route.continue({ headers })
  })
  await logIn(page, user)
  await expect(page).toHaveURL(/\/login\?outcome=/)
  await expect(
    page.getByText("The login worked, but your browser blocked the cookie"),
  ).toBeVisible()
})

test("a log-in leads to the place within the page that was asked for", async ({
  user,
  newDevice,
}) => {
  const page = await newDevice()
  await page.goto("/account/security#api-tokens")
  await expect(page).toHaveURL(/\/login\?/)
  await logIn(page, user)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  await expect(page).toHaveURL("/account/security#api-tokens")
})
