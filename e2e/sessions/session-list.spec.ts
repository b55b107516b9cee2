import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"

/** What the Tab key stops at between the link that skips the list and what follows it: each stop's row, by number. */
async function stopsOf(page: Page): Promise<readonly number[]> {
  await page.getByRole("link", { name: "Skip this list" }).focus()
  const stops: number[] = []
  for (;;) {
    await page.keyboard.press("Tab")
    const row = await page.evaluate(() => {
      const focused = document.activeElement
      const rows = [...document.querySelectorAll("[data-loe=session]")]
      if (!focused?.closest("[data-loe=sessions]")) return null
      return rows.findIndex((each) => each.contains(focused))
    })
    if (row === null) return stops
    stops.push(row)
  }
}

test("each row has at most three stops of the Tab key, and a link before the list passes them all", async ({
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  await issueTo(user, iphone)
  const page = await openOnNewDevice(user)
  expect(await stopsOf(page)).toEqual([0, 0, 1, 1, 2, 2])

  const link = page.getByRole("link", { name: "Skip this list" })
  await link.focus()
  await expect(link).toBeInViewport({ ratio: 1 })
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await expect(page.locator("summary", { hasText: "What is a session, and why" })).toBeFocused()
})

test("times are relative, and exact by a switch, in the reader's zone", async ({
  user,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await database.set(await issueTo(user, iphone), "lastActiveAt", "-2 hours")
  const page = await openOnNewDevice(user, { timezoneId: "Asia/Kolkata" })
  const row = page.getByRole("listitem").filter({ hasText: "Safari on iOS" })
  const times = row.getByRole("paragraph").getByRole("time")
  await expect(times.first()).toHaveText("2 hours ago")
  const exact = page.getByRole("button", { name: "Exact times" })
  await exact.click()
  await expect(times.first()).toHaveText(/^\d{1,2} \w{3,4} \d{4}, \d\d:\d\d (?:GMT\+5:30|IST)$/)
  await exact.click()
  await expect(times.first()).toHaveText("2 hours ago")
})

test("a row costs less than 3,000 bytes, with what its scripts are sent for it", async ({
  user,
  issueTo,
  askWith,
}) => {
  const secret = await issueTo(user, firefox)
  const lengthOf = async () => (await askWith(secret)(accountPages.sessions)).body.length
  await issueTo(user, iphone)
  const before = await lengthOf()
  for (let more = 0; more < 8; more++) await issueTo(user, iphone)
  expect((await lengthOf()) - before).toBeGreaterThan(8 * 500)
  expect((await lengthOf()) - before).toBeLessThan(8 * 3_000)
})

test("equal devices have buttons of different names", async ({
  user,
  issueTo,
  openOnNewDevice,
}) => {
  for (let more = 0; more < 3; more++) await issueTo(user, firefox)
  const page = await openOnNewDevice(user)
  const buttons = page.getByRole("button", { name: /^Log out Firefox on Linux, started / })
  await expect(buttons).toHaveCount(3)
  const names = await buttons.evaluateAll((all) => all.map((each) => each.ariaLabel))
  expect(new Set(names).size).toBe(3)
})
