import { expectAccessible, still } from "@/e2e/support/accessible"
import { confirm, dialogOf, expectOutcome } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { secretOf } from "@/test/http/session-cookie"

test("the list of sessions is accessible, with a dialog and without a find", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await issueTo(user, firefox)
  await database.set(await issueTo(user, iphone), "idleAt", "-1 hour")
  const path = `/admin/sessions?status=any&q=${encodeURIComponent(user.email)}`
  const page = await openOnNewDevice(admin, { ...still, path })
  await expectAccessible(page)

  await page.getByRole("button", { name: /^Revoke .*Firefox/ }).click()
  await expect(page.getByRole("alertdialog")).toBeVisible()
  await expectAccessible(page)

  await page.goto("/admin/sessions?q=nobody-at-all")
  await expect(page.getByText("No matching sessions")).toBeVisible()
  await expectAccessible(page)
})

test("a bulk revocation is accessible, previewed, refused, on a phone and done", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  for (let session = 0; session < 3; session++) await issueTo(user, firefox)
  const path = `/admin/sessions?person=${user.id}&since=24h`
  const page = await openOnNewDevice(admin, { ...still, path })
  await expect(page.getByLabel("Started after")).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("button", { name: "Revoke everything found" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Bulk revocation" })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)

  await page.getByLabel(/^Reason/).fill("A network was broken into")
  await page.getByLabel("To confirm, type the number: 3").fill("3")
  await confirm(page.getByRole("button", { name: /^Revoke 3/ }), /^Revoke 3/)
  await expect(page.getByText("Finished.")).toBeVisible()
  await expectAccessible(page)
})

test("every page is accessible that needs nothing but an administrator", async ({
  admin,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { ...still, path: "/account/history" })
  await expectAccessible(page)
  for (const path of ["/admin/sessions", "/admin/users", "/admin/users/new", "/admin/policy"]) {
    await page.goto(path)
    await expectAccessible(page)
  }
})

test("a person's page is accessible, also when it asks for proof", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await issueTo(user, firefox)
  await database.set(await issueTo(user, iphone), "expiresAt", "-1 hour")
  const page = await openOnNewDevice(admin, { ...still, path: `/admin/users/${user.id}` })
  await expectAccessible(page)

  await database.set(await secretOf(page), "provedAt", "-1 hour")
  await page.getByRole("button", { name: "Unlock account" }).click()
  await expect(dialogOf(page).getByLabel("Password")).toBeVisible()
  await expectAccessible(page)
})

test("the audit log is accessible, with its details unfolded", async ({
  admin,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { ...still, path: "/admin/audit" })
  await page.getByRole("main").evaluate((main) => {
    for (const details of main.querySelectorAll("details")) details.open = true
  })
  await expectAccessible(page)
})

test("an administrator can work by keyboard alone", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const page = await openOnNewDevice(admin, { path: "/admin/sessions" })
  await page.getByLabel("Email or IP address").focus()
  await page.keyboard.type(user.email)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/q=/)

  await page.getByLabel(`Select ${user.email}'s session (Safari on iOS)`).focus()
  await page.keyboard.press("Space")
  await page.getByRole("button", { name: "Revoke selected (1)" }).focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("alertdialog", { name: "Revoke 1 session?" })).toBeVisible()
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expectOutcome(page, /^\S+ session \(.+\) was revoked\.$/)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  await expect(page.locator(":focus")).not.toHaveJSProperty("tagName", "BODY")
})
