import { confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"

const entry = (page: Page, act: string) =>
  page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByText(act, { exact: true }) })

test("each act stands in the audit log: who, what, whom, why, how many, from where", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  const extraHTTPHeaders = { "X-Forwarded-For": "198.51.100.9" }
  const page = await openOnNewDevice(admin, {
    path: `/admin/users/${user.id}`,
    extraHTTPHeaders,
  })
  await confirm(page.getByRole("button", { name: "Log out everywhere (1)" }), /out everywhere\?/)
  await expectOutcome(page, "1 session was ended.")
  await confirm(page.getByRole("button", { name: "Disable account" }), /Disable/)
  await expectOutcome(page, "Account disabled.")

  await page.goto(`/admin/audit?person=${encodeURIComponent(user.email)}`)
  const loggedOut = entry(page, "Logged out everywhere")
  await expect(loggedOut).toHaveCount(1)
  for (const text of [admin.name, user.name, "Ended by an administrator", "1", "198.51.100.9"]) {
    await expect(loggedOut).toContainText(text)
  }
  await expect(entry(page, "Disabled an account")).toContainText(admin.name)
  await expect(entry(page, "Created an account")).toContainText("Not logged in")
})

test("a person's own acts stand in the audit log, one entry each", async ({
  admin,
  user,
  issueTo,
  logInOnNewDevice,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  const hers = await logInOnNewDevice(user)
  await confirm(hers.getByRole("button", { name: "Log out other devices (1)" }), /1 other/)
  await expectOutcome(hers, "1 other device was logged out.")
  await confirm(hers.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await expect(hers).toHaveURL(/\/login/)

  const page = await openOnNewDevice(admin, {
    path: `/admin/audit?person=${encodeURIComponent(user.email)}`,
  })
  for (const act of ["Logged in", "Logged out other devices", "Logged out everywhere"]) {
    await expect(entry(page, act)).toHaveCount(1)
    await expect(entry(page, act)).toContainText(user.name)
    await expect(entry(page, act)).toContainText("Self")
  }
})

test("the audit log is filtered by act and by person, in the address", async ({
  admin,
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { path: "/admin/audit" })
  await page.getByLabel("Person (email or ID)").fill(user.email)
  await page.getByLabel("Action", { exact: true }).selectOption("Created an account")
  await expect(page).toHaveURL(/action=create_user/)
  await page.reload()
  await expect(page.getByRole("table").locator("tbody").getByRole("row")).toHaveCount(1)

  await page.getByLabel("Action", { exact: true }).selectOption("Deleted an account")
  await expect(page.getByText("No matching entries")).toBeVisible()
  await page.getByLabel("Person (email or ID)").fill("nobody-at-all@example.com")
  await expect(page.getByText("No account has that email.")).toBeVisible()
})
