import { expectOutcome, prove } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { secretOf } from "@/test/http/session-cookie"

const plain = { javaScriptEnabled: false }

test("an administrator can search and revoke, one or several, without JavaScript", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const laptop = askWith(await issueTo(user, firefox))
  const script = askWith(await issueTo(user, { userAgent: "curl/8.5.0" }))
  const page = await openOnNewDevice(admin, { ...plain, path: "/admin/sessions" })
  await page.getByLabel("Email or IP address").fill(user.email)
  await page.getByRole("button", { name: "Filter" }).click()

  await page.getByRole("button", { name: /^Revoke .*curl/ }).click()
  await expectOutcome(page, /^\S+ session \(.+\) was revoked\.$/)
  expect(await script("/account/security")).toMatchObject({ status: 307 })

  await page.getByRole("button", { name: "Revoke selected" }).click()
  await expectOutcome(page, "Select a session first.")
  await page.getByLabel(/^Select .*Safari/).check()
  await page.getByLabel(/^Select .*Firefox/).check()
  await page.getByRole("button", { name: "Revoke selected" }).click()
  await expectOutcome(page, "2 sessions revoked.")
  for (const ended of [phone, laptop]) {
    expect(await ended("/account/security")).toMatchObject({ status: 307 })
  }
})

test("what was ticked stays ticked while one proves who one is without JavaScript", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
  database,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const laptop = askWith(await issueTo(user, firefox))
  const path = `/admin/sessions?q=${encodeURIComponent(user.email)}`
  const page = await openOnNewDevice(admin, { ...plain, path })
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  await page.getByLabel(/^Select .*Safari/).check()
  await page.getByRole("button", { name: "Revoke selected" }).click()
  await prove(page, admin.password)
  await expectOutcome(page, /^\S+ session \(.+\) was revoked\.$/)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect(await laptop("/account/security")).toMatchObject({ status: 200 })
})

test("every act on a person works without JavaScript", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
  database,
}) => {
  const hers = askWith(await issueTo(user))
  const page = await openOnNewDevice(admin, { ...plain, path: `/admin/users/${user.id}` })
  for (const [name, outcome] of [
    ["Log out everywhere (1)", "1 session was ended."],
    ["Make administrator", "Role changed."],
    ["Remove administrator role", "Role changed."],
    ["Disable account", "Account disabled."],
    ["Enable account", "Account enabled."],
    ["Unlock account", "Failed attempts cleared."],
  ] as const) {
    await page.getByRole("button", { name }).click()
    await expectOutcome(page, outcome)
  }
  expect(await hers("/account/security")).toMatchObject({ status: 307 })

  await page.getByLabel(/To confirm, type the email/).fill(user.email)
  await page.getByRole("button", { name: "Delete account" }).click()
  await expect(page.getByText("Account deleted.")).toBeVisible()
  expect(await database.sql(`SELECT FROM "User" WHERE id = $1`, user.id)).toEqual([])
})

test("what is not there says so without JavaScript", async ({
  admin,
  user,
  openOnNewDevice,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const missing = "/admin/users/00000000-0000-4000-8000-000000000000"
  for (const [person, path] of [
    [admin, missing],
    [user, "/admin/users"],
  ] as const) {
    const page = await openOnNewDevice(person, { ...plain, path })
    const heading = page.getByRole("heading", { level: 1, name: "Page not found" })
    await expect(heading).toBeVisible()
    await expect(heading).toHaveCSS("text-align", "center")
  }
})
