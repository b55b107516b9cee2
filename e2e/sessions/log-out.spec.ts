import { firefox } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { sessionCookieName } from "@/test/http/session-cookie"

test("Log out ends this session and no other, and the log-in page has no reproach", async ({
  user,
  steal,
  database,
  openOnNewDevice,
}) => {
  const here = await openOnNewDevice(user)
  const other = await openOnNewDevice(user, firefox)
  const ask = await steal(here)

  await here.getByRole("banner").getByRole("button", { name: "Log out" }).click()
  await expect(here).toHaveURL(/\/login\?outcome=/)
  await expect(here.getByRole("status")).toHaveText("You're logged out.")

  expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
  await other.reload()
  await expect(other.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  const rows = await database.sessionsOf(user.id)
  expect(rows.map((row) => row.revocationReason)).toEqual(["log_out", null])
  expect(await here.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: sessionCookieName }),
  )
})

test("the Back button after Log out shows nothing of the person", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user)
  await page.getByRole("banner").getByRole("button", { name: "Log out" }).click()
  await expect(page).toHaveURL(/\/login\?outcome=/)
  await page.goBack()
  await expect(page).toHaveURL(/\/login/)
  await expect(page.getByLabel("Password")).toBeVisible()
  await expect(page.getByText(user.email)).toHaveCount(0)
})

test("opening /log-out asks and ends nothing; its button logs out", async ({
  user,
  database,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user)
  await page.goto("/log-out")
  await expect(page.getByRole("heading", { name: "Log out of this device?" })).toBeVisible()
  expect((await database.sessionsOf(user.id)).map((row) => row.revokedAt)).toEqual([null])

  await page.getByRole("link", { name: "Stay logged in" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  await page.goto("/log-out")
  await page.getByRole("main").getByRole("button", { name: "Log out" }).click()
  await expect(page).toHaveURL(/\/login\?outcome=/)
  const [row] = await database.sessionsOf(user.id)
  expect(row).toMatchObject({ revocationReason: "log_out" })
})

for (const path of ["/log-out", "/api/log-out", "/api/auth/signout"]) {
  test(`GET ${path} ends nothing`, async ({ user, issueTo, askWith }) => {
    const ask = askWith(await issueTo(user))
    const { headers } = await ask(path)
    expect(headers.get("clear-site-data")).toBe(null)
    expect(headers.getSetCookie().join()).not.toContain(sessionCookieName)
    expect(await ask("/account/security")).toMatchObject({ status: 200 })
  })
}

test("POST /api/log-out answers 303 and has the browser forget what its pages stored", async ({
  user,
  issueTo,
  askWith,
}) => {
  const ask = askWith(await issueTo(user))
  const body = new URLSearchParams({ renderedFor: user.id })
  const answer = await ask("/api/log-out", { method: "POST", body })

  expect(answer).toMatchObject({ status: 303, location: "/login" })
  expect(answer.headers.get("clear-site-data")).toBe('"storage"')
  expect(answer.headers.getSetCookie().join()).toMatch(
    new RegExp(`${sessionCookieName}=; Path=/; .*Max-Age=0`),
  )
  expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
  expect(await ask("/api/log-out", { method: "POST" })).toMatchObject({ status: 303 })
})

test("a page of another site cannot log anybody out", async ({ user, issueTo, askWith }) => {
  const ask = askWith(await issueTo(user))
  const headers = { "Sec-Fetch-Site": "cross-site" }
  expect(await ask("/api/log-out", { method: "POST", headers })).toMatchObject({ status: 403 })
  expect(await ask("/account/security")).toMatchObject({ status: 200 })
})
