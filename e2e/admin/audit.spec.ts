import { confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"

const entries = (page: Page) =>
  page.getByRole("list", { name: "Entries, newest first" }).getByRole("listitem")
const entry = (page: Page, sentence: string) => entries(page).filter({ hasText: sentence })

test("each act stands in the audit log as a sentence: who, what, whom, how many, from where", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  const extraHTTPHeaders = { "X-Forwarded-For": "198.51.100.9" }
  const page = await openOnNewDevice(admin, { path: `/admin/users/${user.id}`, extraHTTPHeaders })
  await confirm(page.getByRole("button", { name: "Log out everywhere (1)" }), /out everywhere\?/)
  await expectOutcome(page, "1 session was ended.")
  await confirm(page.getByRole("button", { name: "Disable account" }), /Disable/)
  await expectOutcome(page, "Account disabled.")

  await page.goto(`/admin/audit?person=${encodeURIComponent(user.email)}`)
  const loggedOut = entry(page, `${admin.name} logged ${user.name} out everywhere`)
  await expect(loggedOut).toHaveCount(1)
  for (const text of ["1 ended", "198.51.100.9"]) await expect(loggedOut).toContainText(text)
  await expect(entry(page, `${admin.name} disabled ${user.name}'s account`)).toHaveCount(1)
  await expect(entry(page, `Someone created an account for ${user.name}`)).toHaveCount(1)

  await loggedOut.getByRole("link", { name: user.name }).click()
  await expect(page).toHaveURL(`/admin/users/${user.id}`)
})

test("a session that was revoked is known by its device, and whose it was", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(admin, { path: `/admin/users/${user.id}` })
  await confirm(page.getByRole("button", { name: /^Revoke/ }), /Revoke/)
  await expectOutcome(page, "session (Firefox on Linux) was revoked.")
  await page.goto(`/admin/audit?person=${encodeURIComponent(user.email)}`)
  const sentence = `${admin.name} revoked ${user.name}'s session (Firefox on Linux)`
  await expect(entry(page, sentence)).toHaveCount(1)
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
  for (const act of ["logged in on", "logged out their other devices", "logged out everywhere"]) {
    await expect(entry(page, `${user.name} ${act}`)).toHaveCount(1)
  }
})

test("the audit log is filtered by act, by person and by time, in the address", async ({
  admin,
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { path: "/admin/audit" })
  await page.getByLabel("Person (email or ID)").fill(user.email)
  await page.getByLabel("Action", { exact: true }).selectOption("Created an account")
  await expect(page).toHaveURL(/action=create_user/)
  await page.reload()
  await expect(entries(page)).toHaveCount(1)

  const today = new Date().toISOString().slice(0, 10)
  await page.getByLabel("From (UTC)").fill(`${today}T00:00`)
  await expect(page).toHaveURL(new RegExp(`from=${today}T00%3A00`))
  await page.getByLabel("To (UTC)").fill("2020-01-01T00:00")
  await expect(page.getByText("No matching entries")).toBeVisible()
  await page.getByRole("link", { name: "Clear" }).click()
  await expect(page).toHaveURL("/admin/audit")
  await expect(page.getByLabel("From (UTC)")).toHaveValue("")

  await page.getByLabel("Person (email or ID)").fill("nobody-at-all@example.com")
  await expect(page.getByText("No account has that email.")).toBeVisible()
})

test("it is searched by an address, and by a range of them, with a word where it is none", async ({
  admin,
  database,
  openOnNewDevice,
}) => {
  const site = `2001:db8:${admin.id.slice(0, 4)}:${admin.id.slice(4, 8)}`
  await database.sql(
    `INSERT INTO "AuditEvent" (id, action, "targetId", address)
     SELECT gen_random_uuid(), 'log_in_failed', $1, $2 || n FROM generate_series(1, 3) n`,
    admin.id,
    `${site}::`,
  )
  const page = await openOnNewDevice(admin, { path: "/admin/audit" })
  const field = page.getByLabel("IP address or range")
  await field.fill(`${site}::/64`)
  await expect(entries(page)).toHaveCount(3)
  await field.fill(`${site}::2`)
  await expect(entries(page)).toHaveCount(1)
  await field.fill("a network")
  await expect(page.getByText("That isn't an IP address or range.")).toBeVisible()
})
