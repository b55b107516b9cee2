import { test as base, expect, type Page } from "@/e2e/support/fixtures"
import { type ForeignSite, lure, openForeignSite } from "@/e2e/support/foreign-site"
import { secretOf } from "@/test/http/session-cookie"

const test = base.extend<{ readonly foreignSite: ForeignSite }>({
  // One for each test: a fixture that lives as long as its worker would cost another worker.
  foreignSite: async ({ browserName: _ }, use) => {
    const site = await openForeignSite()
    await use(site)
    site.stop()
  },
})

/** What a script of the page that is open can do with the browser's cookies. */
const fetchIn = (page: Page, url: string, method: string, renderedFor = "") =>
  page.evaluate(
    ([url, method, mark]) =>
      fetch(url, { method, credentials: "include", headers: { "Rendered-For": mark } }).then(
        ({ status }) => status,
        () => null,
      ),
    [url, method, renderedFor] as const,
  )

test("a page of ours uses the API by its session, until that ends", async ({
  user,
  issueTo,
  askWith,
  openOnNewDevice,
  complaints,
}) => {
  complaints.expect(/status of 401/)
  const other = askWith(await issueTo(user))
  const page = await openOnNewDevice(user)
  expect(await fetchIn(page, "/api/v1/sessions/log-out-others", "POST", user.id)).toBe(200)
  expect(await other("/account/security")).toMatchObject({ status: 307 })
  expect(await fetchIn(page, "/api/v1/me", "GET")).toBe(200)
  expect(await fetchIn(page, "/api/v1/log-out-everywhere", "POST", user.id)).toBe(200)
  expect(await fetchIn(page, "/api/v1/me", "GET")).toBe(401)
})

for (const kind of ["crossSite", "sameSite"] as const) {
  test(`a ${kind} page cannot act with the session`, async ({
    user,
    address,
    foreignSite,
    openOnNewDevice,
    database,
    complaints,
  }) => {
    complaints.expect(/Failed to load resource/)
    const page = await openOnNewDevice(user)
    const secret = await secretOf(page)
    await lure(page, foreignSite[kind], `${address}/api/v1/log-out-everywhere`)
    const refusal = kind === "sameSite" ? "foreign_origin" : "unauthenticated"
    await expect(page.getByText(`"code":"${refusal}"`)).toBeVisible()
    expect(await database.sessionOf(secret)).toMatchObject({ revokedAt: null })
  })
}

test("no other site's script may read an answer", async ({ user, issueTo, askWith }) => {
  const ask = askWith(await issueTo(user))
  const headers = { Origin: "https://evil.example" }
  for (const method of ["GET", "OPTIONS"]) {
    const answer = await ask("/api/v1/me", { method, headers })
    expect(answer.headers.get("access-control-allow-origin")).toBe(null)
  }
})
