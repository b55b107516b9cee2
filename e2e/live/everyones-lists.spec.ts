import { confirm } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { listening } from "@/e2e/support/listening"
import { secretOf } from "@/test/http/session-cookie"

test("an administrator's open list of sessions shows a log-in as it comes, and loses what ends elsewhere", async ({
  admin,
  user,
  openOnNewDevice,
  logInOnNewDevice,
  database,
}) => {
  const path = `/admin/sessions?q=${encodeURIComponent(user.email)}`
  const office = await listening(await openOnNewDevice(admin, { path }))
  const rows = office.getByRole("table").locator("tbody").getByRole("row")
  await expect(office.getByText("No matching sessions")).toBeVisible()
  await office.getByLabel("Reason (shown to the people affected)").fill("A leak")

  const phone = await logInOnNewDevice(user, iphone)
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(["Safari on iOS"])
  const laptop = await logInOnNewDevice(user, firefox)
  await expect(rows).toHaveCount(2)

  await confirm(laptop.getByRole("button", { name: /Log out .*Safari on iOS/ }), /Safari on iOS/)
  await expect(phone).toHaveURL(/\/login/)
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(["Firefox on Linux"])

  const { id } = await database.sessionOf(await secretOf(laptop))
  await database.sql("DELETE FROM log_out_everywhere.token WHERE id = $1", id)
  await expect(office.getByText("No matching sessions")).toBeVisible()
  await expect(office.getByLabel("Reason (shown to the people affected)")).toHaveValue("A leak")
})

test("an administrator's open list of every status tells of an end in the session's row", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, iphone)
  const path = `/admin/sessions?q=${encodeURIComponent(user.email)}&status=any`
  const office = await listening(await openOnNewDevice(admin, { path }))
  const row = office.getByRole("row").filter({ hasText: "Safari on iOS" })
  await expect(row.getByRole("button", { name: /^Revoke/ })).toBeVisible()

  const laptop = await openOnNewDevice(user, firefox)
  await confirm(laptop.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await expect(row).toContainText("Revoked")
  await expect(row.getByRole("button", { name: /^Revoke/ })).toHaveCount(0)
})

test("an administrator's open list of people counts sessions as they begin and end, and shows whose account was disabled", async ({
  admin,
  user,
  newPerson,
  openOnNewDevice,
  logInOnNewDevice,
}) => {
  const path = `/admin/users?q=${encodeURIComponent(user.email)}`
  const office = await listening(await openOnNewDevice(admin, { path }))
  const row = office.getByRole("row").filter({ hasText: user.email })
  const sessions = row.locator("[data-number]")
  await expect(row).toContainText("Enabled")
  await expect(sessions).toHaveText("0")

  await openOnNewDevice(user, iphone)
  await expect(sessions).toHaveText("1")
  const laptop = await logInOnNewDevice(user, firefox)
  await expect(sessions).toHaveText("2")
  await confirm(laptop.getByRole("button", { name: "Log out other devices" }), /other/)
  await expect(sessions).toHaveText("1")

  const colleague = await openOnNewDevice(await newPerson("admin"), {
    path: `/admin/users/${user.id}`,
  })
  await confirm(colleague.getByRole("button", { name: "Disable account" }), /Disable/)
  await expect(row).toContainText("Disabled")
  await expect(sessions).toHaveText("0")
})
