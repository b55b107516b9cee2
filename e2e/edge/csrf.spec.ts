import { test as base, expect } from "@/e2e/support/fixtures"
import { type ForeignSite, fieldsOf, lure, openForeignSite } from "@/e2e/support/foreign-site"
import { HttpClient } from "@/test/http/http-client"
import { secretOf, sessionCookieName } from "@/test/http/session-cookie"

const test = base.extend<{ readonly foreignSite: ForeignSite }>({
  // One for each test: a fixture that lives as long as its worker would cost another worker.
  foreignSite: async ({ browserName: _ }, use) => {
    const site = await openForeignSite()
    await use(site)
    site.stop()
  },
})

test.beforeEach(({ complaints }) => complaints.expect(/Failed to load resource/))

for (const kind of ["crossSite", "sameSite"] as const) {
  for (const path of ["/api/log-out", "/api/auth/signout"]) {
    test(`a ${kind} page that posts to ${path} logs nobody out`, async ({
      user,
      address,
      foreignSite,
      database,
      openOnNewDevice,
    }) => {
      const page = await openOnNewDevice(user)
      const before = await secretOf(page)
      await lure(page, foreignSite[kind], address + path)

      expect(await secretOf(page)).toBe(before)
      expect(await database.sessionOf(before)).toMatchObject({ revokedAt: null })
      await page.goto("/account/security")
      await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
    })
  }

  test(`a ${kind} page that sends the form of Log out everywhere ends nothing`, async ({
    user,
    newPerson,
    address,
    foreignSite,
    newDevice,
    database,
    openOnNewDevice,
  }) => {
    const mallory = await openOnNewDevice(await newPerson(), { javaScriptEnabled: false })
    const fields = await fieldsOf(mallory, "Log out everywhere")
    expect(fields.length).toBeGreaterThan(0)
    const page = await openOnNewDevice(user)
    await lure(page, foreignSite[kind], `${address}/account/security`, fields)

    expect(await database.sessionsOf(user.id)).toMatchObject([{ revokedAt: null }])
    // The same fields do act where the person sends them.
    await mallory.getByRole("button", { name: "Log out everywhere" }).click()
    await expect(mallory).toHaveURL(/\/login/)
    await (await newDevice()).goto("/login")
  })

  test(`a ${kind} page cannot log a browser in as somebody else`, async ({
    user,
    newPerson,
    address,
    foreignSite,
    newDevice,
    openOnNewDevice,
  }) => {
    const mallory = await newPerson()
    const form = await newDevice({ javaScriptEnabled: false })
    await form.goto("/login")
    const fields = await fieldsOf(form, "Log in")
    const credentials = [
      ["email", mallory.email],
      ["password", mallory.password],
    ] as const

    const page = await openOnNewDevice(user)
    const before = await secretOf(page)
    await lure(page, foreignSite[kind], `${address}/login`, [...fields, ...credentials])
    expect(await secretOf(page)).toBe(before)

    const fresh = await newDevice()
    await lure(fresh, foreignSite[kind], `${address}/login`, [...fields, ...credentials])
    const names = (await fresh.context().cookies()).map(({ name }) => name)
    expect(names).not.toContain(sessionCookieName)
  })
}

for (const site of ["cross-site", "same-site"]) {
  test(`a request marked ${site} acts nowhere, even with the session cookie`, async ({
    user,
    address,
  }) => {
    const client = new HttpClient(address)
    await client.logIn(user)
    const csrfToken = await client.csrfToken()
    const headers = { "Sec-Fetch-Site": site }
    const { email, password } = user

    expect(await client.post("/api/log-out", {}, headers)).toMatchObject({ status: 403 })
    expect(await client.post("/api/auth/signout", { csrfToken }, headers)).toMatchObject({
      status: 403,
    })
    const form = { csrfToken, email, password }
    expect(await client.post("/api/auth/callback/credentials", form, headers)).toMatchObject({
      status: 403,
    })
    expect(await client.isLoggedIn()).toBe(true)
  })
}

test("a log-out at NextAuth's endpoint without its token takes no cookie away", async ({
  user,
  address,
}) => {
  const client = new HttpClient(address)
  await client.logIn(user)
  const { setCookies } = await client.post("/api/auth/signout", {})
  expect(setCookies.join()).not.toContain(sessionCookieName)
  expect(await client.isLoggedIn()).toBe(true)

  await client.post("/api/auth/signout", { csrfToken: await client.csrfToken() })
  expect(await client.isLoggedIn()).toBe(false)
})
