import { expectAccessible, still } from "@/e2e/support/accessible"
import { iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { countHours } from "@/e2e/support/hours"

// One after the other: while one counts the hours again, the page of another would end hours ago.
test.describe.configure({ mode: "default" })

/** What happened two hours ago. */
test.beforeEach(async ({ database, user, issueTo }) => {
  const secret = await issueTo(user, iphone)
  await database.set(secret, "lastActiveAt", "-1 minute")
  const { id } = await database.sessionOf(secret)
  const ago = "now() - interval '2 hours'"
  const over = await database.sessionOf(await issueTo(user))
  await database.sql(
    `UPDATE log_out_everywhere.token SET "issuedAt" = ${ago}, "provedAt" = ${ago},
       "idleAt" = CASE WHEN id = $2 THEN ${ago} ELSE "idleAt" END WHERE id IN ($1, $2)`,
    id,
    over.id,
  )
  await database.sql(
    `INSERT INTO "AuditEvent" (id, at, action, "targetId", address)
     SELECT gen_random_uuid(), ${ago}, 'log_in_failed', $1, '203.0.113.' || n FROM generate_series(1, 40) n`,
    user.id,
  )
  await countHours(database)
})

const pictures = ["Logins", "Ended sessions", "Failed logins"]
const card = (page: Page, title: string) => page.getByRole("figure", { name: title, exact: true })

test("the overview tells what is going on, in pictures that have their tables, and each number leads to what it counts", async ({
  admin,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { path: "/admin" })
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible()
  await expect(page.getByText(/Counted hourly, up to \d+ \w+ \d{4}, \d\d:00/)).toBeVisible()
  for (const term of ["Active sessions", "People online", "Logins", "Failed logins"])
    await expect(page.getByRole("term").getByText(term, { exact: true })).toBeVisible()

  for (const title of pictures) {
    const picture = card(page, title).getByRole("img")
    await expect(picture).toHaveAccessibleName(new RegExp(`^${title}: [\\d,]+ in total`))
  }
  await card(page, "Failed logins").getByText("Show as a table").click()
  const table = card(page, "Failed logins").getByRole("table", { name: "Failed logins" })
  await table.getByRole("row").nth(1).getByRole("link").first().click()
  await expect(page).toHaveURL(/\/admin\/audit\?action=log_in_failed&from=.*&until=/)
  await expect(page.getByRole("list", { name: "Entries, newest first" })).toContainText(
    "failed to log in",
  )

  await page.goto("/admin")
  await page
    .getByRole("row", { name: /^203\.0\.113\.0\/24/ })
    .getByRole("link")
    .click()
  await expect(page.getByLabel("IP address or range")).toHaveValue("203.0.113.0/24")
  await expect(page.getByText(/203\.0\.113\.\d+/).first()).toBeVisible()

  await page.goto("/admin")
  await page
    .getByRole("row", { name: /^Phone/ })
    .getByRole("link")
    .first()
    .click()
  await expect(page).toHaveURL("/admin/sessions?device=phone")
})

test("it is accessible, with its tables unfolded", async ({ admin, openOnNewDevice }) => {
  const page = await openOnNewDevice(admin, { ...still, path: "/admin?span=week" })
  for (const title of pictures) await card(page, title).getByText("Show as a table").click()
  await expectAccessible(page)
})

test("it needs no JavaScript, and no pointer", async ({ admin, openOnNewDevice }) => {
  const plain = await openOnNewDevice(admin, { javaScriptEnabled: false, path: "/admin" })
  await plain.getByRole("link", { name: "90 days" }).click()
  await expect(plain).toHaveURL("/admin?span=quarter")
  await card(plain, "Logins").getByText("Show as a table").click()
  await expect(card(plain, "Logins").getByRole("table").getByRole("link").first()).toBeVisible()

  const page = await openOnNewDevice(admin, { path: "/admin" })
  await page.getByRole("link", { name: "7 days" }).focus()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL("/admin?span=week")
  await card(page, "Logins").locator("summary").focus()
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await expect(card(page, "Logins").getByRole("table").locator("a:focus")).toHaveCount(1)
})

test("its pictures are drawn at the server, without a style or a script in the page", async ({
  admin,
  issueTo,
  askWith,
}) => {
  const { body } = await askWith(await issueTo(admin))("/admin")
  const drawn = body.match(/<svg role="img".*?<\/svg>/gs) ?? []
  expect(drawn).toHaveLength(pictures.length)
  for (const picture of drawn) expect(picture).not.toMatch(/ style=|<script| on\w+=/)
})
