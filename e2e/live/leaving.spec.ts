import { confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { listening } from "@/e2e/support/listening"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

/** The page is gone by itself, for the reason that the log-in page gives, and was one thing with its session. */
async function expectLeft(page: Page, why: string | RegExp) {
  await expect(page).toHaveURL(/\/login\?returnTo=/)
  await expect(page.getByText(why)).toBeVisible()
}

test("an open page leaves when its session is ended on another device: one, then the others, then everywhere", async ({
  user,
  openOnNewDevice,
  steal,
}) => {
  const laptop = await openOnNewDevice(user, firefox)
  const phone = await listening(await openOnNewDevice(user, iphone))
  const askAsPhone = await steal(phone)
  expect(await askAsPhone("/account/security")).toMatchObject({ status: 200 })

  // It has shown itself on the list that was open before.
  await confirm(laptop.getByRole("button", { name: /Log out .*Safari on iOS/ }), /Safari on iOS/)
  await expectLeft(phone, "This device was logged out from another of your devices.")
  expect(await askAsPhone("/account/security")).toMatchObject({ status: 307, location: "/login" })

  const tablet = await listening(await openOnNewDevice(user, iphone))
  await confirm(laptop.getByRole("button", { name: "Log out other devices" }), /other/)
  await expectLeft(tablet, "This device was logged out from another of your devices.")

  const late = await listening(await openOnNewDevice(user, iphone))
  await confirm(laptop.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await expectLeft(late, "You logged out everywhere, including on this device.")
})

test("a password change takes the other device's page away; its own stays, and hears of its end under the new secret", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const here = await listening(await openOnNewDevice(user, { path: accountPages.password }))
  const other = await listening(await openOnNewDevice(user, iphone))
  const before = await secretOf(here)

  const form = here.getByRole("main")
  await form.getByLabel("Current password").fill(user.password)
  await form.getByLabel("New password", { exact: true }).fill("seven quiet herons wade")
  await form.getByLabel("Confirm new password").fill("seven quiet herons wade")
  await form.getByRole("button", { name: "Change password" }).click()
  await expectLeft(other, "Your password was changed, so this device was logged out.")
  await expectOutcome(here, "Password changed.")
  const { id } = await database.sessionOf(await secretOf(here))
  expect(await secretOf(here)).not.toBe(before)

  await database.sql("DELETE FROM log_out_everywhere.token WHERE id = $1", id)
  await expectLeft(here, "Your last session in this browser has ended.")
})

test("a disabled account's page leaves, whatever wrote it", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const page = await listening(await openOnNewDevice(user))
  await database.sql(
    `UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`,
    user.id,
  )
  await expectLeft(page, /An administrator disabled this account|has ended/)
})

test("eight tabs of one browser share one stream, and all leave; what they showed is gone before", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const first = await listening(await openOnNewDevice(user))
  const tabs = [first]
  const streams: string[] = []
  first.context().on("request", (request) => {
    if (request.url().endsWith("/api/live")) streams.push(request.url())
  })
  for (let count = 1; count < 8; count++) {
    const tab = await first.context().newPage()
    await tab.goto(accountPages.history)
    tabs.push(tab)
  }
  // Each waits to take the stream over, should the first one go.
  const waiting = () => first.evaluate(async () => (await navigator.locks.query()).pending?.length)
  await expect.poll(waiting).toBe(7)
  expect(streams).toEqual([])
  // Its log-in page does not come: what is shown then is what the page itself has left.
  await first.route("**/login**", (route) => route.fulfill({ status: 204 }))
  const { id } = await database.sessionOf(await secretOf(first))
  await database.sql("DELETE FROM log_out_everywhere.token WHERE id = $1", id)
  await expect(first.getByRole("heading", { name: "This session has ended" })).toBeVisible()
  expect(await first.content()).not.toContain(user.email)
  for (const tab of tabs.slice(1)) await expectLeft(tab, "has ended")
})

test("a list that is open shows a log-in and an end by itself, and leaves alone what is typed, focused and open", async ({
  user,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  const page = await listening(await openOnNewDevice(user))
  const row = page.getByRole("listitem").filter({ hasText: "Safari on iOS" })
  const secret = await issueTo(user, iphone)
  await expect(row).toBeVisible()

  await row.getByRole("button", { name: /Log out/ }).click()
  const dialog = page.getByRole("alertdialog")
  await expect(dialog).toBeVisible()
  await issueTo(user, firefox)
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
  await expect(dialog).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("listitem").filter({ hasText: "Firefox on Linux" })).toBeVisible()

  const { id } = await database.sessionOf(secret)
  await row.getByRole("button", { name: /Log out/ }).focus()
  await database.sql("DELETE FROM log_out_everywhere.token WHERE id = $1", id)
  await expect(row).toHaveCount(0)
  await expect(page.locator("#content")).toBeFocused()
})
