import { iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { listening, withoutStream } from "@/e2e/support/listening"
import { secretOf, sessionCookie } from "@/test/http/session-cookie"

const path = "/account/security"
const deleteSession = "DELETE FROM log_out_everywhere.token WHERE id = $1"

async function expectLeft(page: Page) {
  await expect(page).toHaveURL(/\/login\?returnTo=/)
  await expect(page.getByText("Your last session in this browser has ended.")).toBeVisible()
}

test("a browser without EventSource asks every 30 seconds: its list stays current, and its page leaves", async ({
  user,
  issueTo,
  newDevice,
  database,
}) => {
  const page = await newDevice()
  const value = await issueTo(user)
  await page.context().addCookies([{ ...sessionCookie, value }])
  await withoutStream(page)
  await page.clock.install()
  const asked = page.waitForResponse("**/api/session")
  await page.goto(path)
  await asked

  await issueTo(user, iphone)
  const row = page.getByRole("listitem").filter({ hasText: "Safari on iOS" })
  await expect
    .poll(async () => {
      await page.clock.fastForward("00:31")
      return row.count()
    })
    .toBe(1)
  await database.sql(deleteSession, (await database.sessionOf(value)).id)
  await page.clock.fastForward("00:31")
  await expectLeft(page)
})

test("a page that a server had no stream for asks for one again after seconds", async ({
  user,
  issueTo,
  newDevice,
  complaints,
}) => {
  complaints.expect(/503/)
  const page = await newDevice()
  await page.context().addCookies([{ ...sessionCookie, value: await issueTo(user) }])
  await page.route("**/api/live", (route) => route.fulfill({ status: 503 }), { times: 1 })
  const answers: number[] = []
  page.on("response", (it) => it.url().endsWith("/api/live") && answers.push(it.status()))
  await page.goto("/account/history")
  await expect.poll(() => answers, { timeout: 20_000 }).toEqual([503, 200])
})

test("a page that comes back from the cache shows nothing until it has asked", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  // A page that does not render itself again meanwhile, as one that is kept does not either.
  const page = await listening(await openOnNewDevice(user, { path: "/account/history" }))
  const other = await page.context().newPage()
  await other.goto(path)
  const { id } = await database.sessionOf(await secretOf(page))
  const transition = (name: "pagehide" | "pageshow") =>
    page.evaluate(
      (name) => window.dispatchEvent(new PageTransitionEvent(name, { persisted: true })),
      name,
    )
  const heading = page.getByRole("heading", { level: 1, name: "History" })

  // What it leaves, the other tab takes over.
  const led = other.waitForResponse("**/api/live")
  await transition("pagehide")
  await led
  await expect(heading).toBeHidden()
  await transition("pageshow")
  await expect(heading).toBeVisible()

  await transition("pagehide")
  await database.sql(deleteSession, id)
  await expectLeft(other)
  await expect(page).toHaveURL("/account/history")
  await transition("pageshow")
  await expectLeft(page)
})

test("a page whose network comes back has missed nothing", async ({
  user,
  openOnNewDevice,
  database,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|401/)
  // Not one that may just be renewing itself, which Next would then load as a page, and the browser would show its own.
  const page = await listening(await openOnNewDevice(user, { path: "/account/history" }))
  const { id } = await database.sessionOf(await secretOf(page))
  await page.context().setOffline(true)
  await database.sql(deleteSession, id)
  await page.context().setOffline(false)
  await expectLeft(page)
})

test("neither a stream nor a page that asks moves the last activity", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const page = await listening(await openOnNewDevice(user))
  const secret = await secretOf(page)
  await database.set(secret, "lastActiveAt", "-10 minutes")
  const before = await database.sessionOf(secret)
  const statuses = await page.evaluate(() =>
    Promise.all(["/api/session", "/api/live"].map((path) => fetch(path).then((it) => it.status))),
  )
  expect(statuses).toEqual([200, 204])
  expect(await database.sessionOf(secret)).toEqual(before)
})
