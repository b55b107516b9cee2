import type { Locator } from "playwright/test"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, type Person, test } from "@/e2e/support/fixtures"

const listOf = ({ email }: Person) => `/admin/sessions?q=${encodeURIComponent(email)}`
const rows = (page: Page) => page.getByRole("table").locator("tbody").getByRole("row")

test("an administrator finds anybody's sessions by e-mail or by address", async ({
  admin,
  user,
  newPerson,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  await issueTo(await newPerson())
  const page = await openOnNewDevice(admin, { path: "/admin/sessions" })

  await page.getByLabel("Email or IP address").fill(user.email.toUpperCase())
  await expect(page).toHaveURL(/q=/)
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText(["Firefox on Linux"])
  await expect(rows(page)).toContainText([user.email])
  await expect(page.getByText("1 session", { exact: true })).toBeVisible()

  await page.getByLabel("Email or IP address").fill("192.0.2.1")
  await expect(rows(page).first()).toContainText("192.0.2.1")
})

test("a search takes its signs literally", async ({ admin, user, issueTo, openOnNewDevice }) => {
  await issueTo(user)
  const wild = `/admin/sessions?q=${encodeURIComponent("user-%@example.com")}`
  const page = await openOnNewDevice(admin, { path: wild })
  await expect(page.getByText("No matching sessions")).toBeVisible()
})

test("filters and order stand in the address and survive a reload", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await issueTo(user, iphone)
  await issueTo(user, firefox)
  await database.set(await issueTo(user, firefox), "idleAt", "-1 hour")
  await database.set(await issueTo(user, firefox), "expiresAt", "-1 hour")
  const page = await openOnNewDevice(admin, { path: listOf(user) })
  await expect(page.getByLabel("Status")).toHaveValue("active")
  await expect(rows(page)).toHaveCount(2)

  for (const [status, count] of [
    ["Any", 4],
    ["Active", 2],
    ["Timed out", 1],
    ["Expired", 1],
    ["Revoked", 0],
  ] as const) {
    await page.getByLabel("Status").focus()
    await page.getByLabel("Status").selectOption(status)
    await expect(rows(page)).toHaveCount(count)
    await expect(page.getByLabel("Status")).toBeFocused()
  }
  await page.getByLabel("Status").selectOption("Active")
  await page.getByLabel("Device").selectOption("Phone")
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText(["Safari on iOS"])

  await page.getByRole("link", { name: "Started" }).click()
  await expect(page).toHaveURL(/sort=started/)
  await page.reload()
  await expect(page.getByLabel("Status")).toHaveValue("active")
  await expect(page.getByLabel("Device")).toHaveValue("phone")
  await expect(page.getByLabel("Email or IP address")).toHaveValue(user.email)
  const started = page.getByRole("columnheader", { name: "Started" })
  await expect(started).toHaveAttribute("aria-sort", "descending")
  await page.getByRole("link", { name: "Started" }).click()
  await expect(started).toHaveAttribute("aria-sort", "ascending")

  await page.getByRole("link", { name: "Clear" }).click()
  await expect(page).toHaveURL("/admin/sessions")
})

test("pages follow each other without gap or repetition", async ({
  admin,
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  const count = 60
  await issueTo(user)
  await database.sql(
    `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt",
       "provedAt", "lastActiveAt", "idleAt", "expiresAt", address)
     SELECT sha256(gen_random_uuid()::text::bytea), purpose, "userId", epoch, "realmGeneration",
       method, "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", ('192.0.2.' || n)::inet
     FROM log_out_everywhere.token, generate_series(2, $2::int) n WHERE "userId" = $1`,
    user.id,
    count,
  )
  const page = await openOnNewDevice(admin, { path: listOf(user) })
  await expect(page.getByText(`${count} sessions`, { exact: true })).toBeVisible()
  const addresses = () =>
    rows(page)
      .getByText(/^192\.0\.2\.\d+$/)
      .allTextContents()
  const first = await addresses()
  await page.getByRole("link", { name: "Next" }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(rows(page)).toHaveCount(count - 50)
  const second = await addresses()
  expect(new Set([...first, ...second]).size).toBe(count)

  await page.getByRole("link", { name: "Previous" }).click()
  await expect(rows(page)).toHaveCount(50)
  expect(await addresses()).toEqual(first)
})

test("nonsense in the address shows the plain list", async ({ admin, issueTo, askWith }) => {
  const ask = askWith(await issueTo(admin))
  for (const query of [
    "status=nonsense&device=toaster&sort=luck&order=sideways",
    "after=nonsense",
    "after=%00%ff&before=..%2f",
    "q=%00%00&q=twice&status=active&status=idle",
    `q=${"x".repeat(5_000)}`,
    `after=${"x".repeat(3_000)}`,
  ]) {
    expect((await ask(`/admin/sessions?${query}`)).status, query).toBe(200)
    expect((await ask(`/admin/users?${query}`)).status, query).toBe(200)
    expect((await ask(`/admin/audit?${query}`)).status, query).toBe(200)
  }
})

test("on a phone a row begins with its device, and Revoke stands at its right", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  const path = `/admin/sessions?q=${user.email}`
  const page = await openOnNewDevice(admin, { path, viewport: { width: 360, height: 740 } })
  const row = page.getByRole("row").filter({ hasText: user.email })
  const boxOf = async (part: Locator) => (await part.boundingBox()) ?? { x: 0, y: 0 }
  const [tick, title, revoke, person] = [
    await boxOf(row.getByRole("checkbox")),
    await boxOf(row.getByText("Firefox on Linux")),
    await boxOf(row.getByRole("button", { name: /^Revoke/ })),
    await boxOf(row.getByRole("link", { name: user.name })),
  ]
  expect(tick.x).toBeLessThan(title.x)
  expect(title.x).toBeLessThan(revoke.x)
  expect(revoke.y).toBeLessThan(person.y)
})

test("an email and a network address stay in one line while other columns have room", async ({
  admin,
  user,
  openOnNewDevice,
  issueTo,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(admin, { path: `/admin/sessions?q=${user.email}` })
  for (const text of [user.email, "192.0.2.1"]) {
    const box = await page.getByText(text, { exact: true }).first().boundingBox()
    expect(box?.height).toBeLessThan(30)
  }
})
