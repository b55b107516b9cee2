import { confirm, expectOutcome, prove } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, type Person, test } from "@/e2e/support/fixtures"
import { deafen } from "@/e2e/support/listening"
import { secretOf } from "@/test/http/session-cookie"

const listOf = ({ email }: Person) => `/admin/sessions?status=any&q=${encodeURIComponent(email)}`
const rows = (page: Page) => page.getByRole("table").locator("tbody").getByRole("row")

test("Revoke on a row ends exactly that session, and its browser learns by whom", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
  database,
}) => {
  const phone = await openOnNewDevice(user, iphone)
  const laptop = askWith(await issueTo(user, firefox))
  const page = await openOnNewDevice(admin, { path: listOf(user) })

  await confirm(
    page.getByRole("button", { name: `Revoke ${user.email}'s session (Safari on iOS)` }),
    `Revoke ${user.email}'s session (Safari on iOS)?`,
  )
  await expectOutcome(page, /^\S+ session \(.+\) was revoked\.$/)
  await expect(rows(page).filter({ hasText: "Safari on iOS" })).toContainText(
    `Ended by an administrator by ${admin.name}`,
  )

  await expect(phone.getByText("An administrator ended this session.")).toBeVisible()
  expect(await laptop("/account/security")).toMatchObject({ status: 200 })
  const [entry] = await database.sql(
    `SELECT * FROM "AuditEvent" WHERE "actorId" = $1 AND action = 'revoke_selected'`,
    admin.id,
  )
  expect(entry).toMatchObject({ reason: "revoked_by_admin", count: 1 })
})

test("several are revoked at once: as many as the button says, and no others", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const laptop = askWith(await issueTo(user, firefox))
  const script = askWith(await issueTo(user, { userAgent: "curl/8.5.0" }))
  const page = await openOnNewDevice(admin, { path: listOf(user) })
  await expect(page.getByRole("button", { name: "Revoke selected (0)" })).toBeDisabled()

  await page.getByLabel("Select every session on this page").check()
  await expect(page.getByRole("button", { name: "Revoke selected (3)" })).toBeEnabled()
  await page.getByLabel(`Select ${user.email}'s session (Firefox on Linux)`).uncheck()
  await confirm(page.getByRole("button", { name: "Revoke selected (2)" }), "Revoke 2 sessions?")

  await expectOutcome(page, "2 sessions revoked.")
  await expect(page.getByRole("button", { name: "Revoke selected (0)" })).toBeDisabled()
  for (const ended of [phone, script]) {
    expect(await ended("/account/security")).toMatchObject({ status: 307 })
  }
  expect(await laptop("/account/security")).toMatchObject({ status: 200 })
})

test("the administrator's own session is marked, spared, and the page says so", async ({
  admin,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await issueTo(admin, firefox)
  // A list that renewed itself would put the id back.
  const page = await deafen(await openOnNewDevice(admin, { path: listOf(admin) }))
  await expect(page.getByText("Nothing here affects your current session")).toBeVisible()
  const own = rows(page).filter({ hasText: "Your session" })
  await expect(own).toHaveCount(1)
  await expect(own.getByRole("checkbox")).toHaveCount(0)
  await expect(own.getByRole("button")).toHaveCount(0)

  const other = page.getByLabel(`Select ${admin.email}'s session (Firefox on Linux)`)
  const { id } = await database.sessionOf(await secretOf(page))
  await other.check()
  await expect(page.getByRole("button", { name: "Revoke selected (1)" })).toBeEnabled()
  await other.evaluate((box, own) => box.setAttribute("value", own), id)
  await confirm(page.getByRole("button", { name: "Revoke selected (1)" }), "Revoke 1 session?")
  await expectOutcome(page, "Nothing to revoke. It had already ended.")
  await page.reload()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).filter({ hasText: "Active" })).toHaveCount(2)
})

test("revoking asks for proof when the last one is old, and remembers what was ticked", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
  database,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const laptop = askWith(await issueTo(user, firefox))
  const page = await openOnNewDevice(admin, { path: listOf(user) })
  await database.set(await secretOf(page), "provedAt", "-11 minutes")

  await page.getByLabel(`Select ${user.email}'s session (Safari on iOS)`).check()
  await confirm(page.getByRole("button", { name: "Revoke selected (1)" }), "Revoke 1 session?")
  await prove(page, admin.password)
  await expectOutcome(page, /^\S+ session \(.+\) was revoked\.$/)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect(await laptop("/account/security")).toMatchObject({ status: 200 })
})
