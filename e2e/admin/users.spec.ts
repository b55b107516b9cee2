import { confirm, expectOutcome, prove } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, type Person, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { secretOf } from "@/test/http/session-cookie"

const pageOf = ({ id }: Person) => ({ path: `/admin/users/${id}` })
const press = (page: Page, name: string, question: string) =>
  confirm(page.getByRole("button", { name }), question)

test("people are found by name or e-mail, with role, account and number of sessions", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  await issueTo(user, iphone)
  const page = await openOnNewDevice(admin, { path: "/admin/users" })
  for (const text of [user.name.toUpperCase(), user.email]) {
    await page.getByLabel("Name or email").fill(text)
    const row = page.getByRole("row").filter({ hasText: user.email })
    await expect(row).toHaveCount(1)
    await expect(row.getByRole("cell")).toContainText([user.name, "User", "Enabled", "2"])
  }
  await page.getByRole("link", { name: user.name }).click()
  await expect(page).toHaveURL(`/admin/users/${user.id}`)
  await expect(page.getByRole("heading", { level: 1, name: user.name })).toBeVisible()
})

test("Log out everywhere on a person ends as many as its button says, and nobody else's", async ({
  admin,
  user,
  newPerson,
  issueTo,
  askWith,
  openOnNewDevice,
}) => {
  const bystander = askWith(await issueTo(await newPerson()))
  const hers = [
    askWith(await issueTo(user, firefox)),
    askWith(await issueTo(user, { purpose: "password_reset" })),
  ]
  const phone = await openOnNewDevice(user, iphone)
  const page = await openOnNewDevice(admin, pageOf(user))

  await page.getByRole("button", { name: "Log out everywhere (3)" }).click()
  const dialog = page.getByRole("alertdialog", { name: `Log ${user.name} out everywhere?` })
  await expect(dialog).toContainText("Ends 2 sessions and 1 password reset link immediately.")
  await dialog.getByRole("button", { name: "Log out everywhere" }).click()
  await expectOutcome(page, "2 sessions and 1 password reset link were ended.")
  await expect(page.getByRole("button", { name: "Log out everywhere (0)" })).toBeDisabled()

  for (const ask of hers) expect(await ask("/account/security")).toMatchObject({ status: 307 })
  expect(await bystander("/account/security")).toMatchObject({ status: 200 })
  await expect(phone.getByText("An administrator ended this session.")).toBeVisible()
})

test("a session can be revoked on its person's page", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const laptop = askWith(await issueTo(user, firefox))
  const page = await openOnNewDevice(admin, pageOf(user))
  await press(
    page,
    `Revoke ${user.email}'s session (Safari on iOS, started`,
    `Revoke ${user.email}'s session`,
  )
  await expectOutcome(page, /^\S+ session \(.+\) was revoked\.$/)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect(await laptop("/account/security")).toMatchObject({ status: 200 })
})

test("disabling an account ends its sessions and shuts it; enabling opens it again", async ({
  admin,
  user,
  openOnNewDevice,
  database,
}) => {
  const hers = await openOnNewDevice(user)
  const page = await openOnNewDevice(admin, pageOf(user))
  await press(page, "Disable account", `Disable ${user.name}'s account?`)
  await expectOutcome(page, "Account disabled. 1 session was ended.")

  await expect(hers.getByText("An administrator disabled this account.")).toBeVisible()
  await logIn(hers, user)
  await expect(hers.getByText("Incorrect email or password.")).toBeVisible()

  await page.getByRole("button", { name: "Enable account" }).click()
  await expectOutcome(page, "Account enabled.")
  await logIn(hers, user)
  await expect(hers.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  const rows = await database.sessionsOf(user.id)
  expect(rows.map((row) => row.revocationReason)).toEqual(["account_disabled", null])
})

test("a change of role ends the person's sessions and holds from the next log-in", async ({
  admin,
  user,
  openOnNewDevice,
}) => {
  const hers = await openOnNewDevice(user)
  const page = await openOnNewDevice(admin, pageOf(user))
  await page.getByRole("button", { name: "Make administrator" }).click()
  const dialog = page.getByRole("alertdialog", { name: `Make ${user.name} an administrator?` })
  await expect(dialog).toContainText(`and will have to log in again. Ends 1 session immediately.`)
  await dialog.getByRole("button", { name: "Make administrator" }).click()
  await expectOutcome(page, "Role changed. 1 session was ended.")

  await expect(hers.getByText("Your role was changed.")).toBeVisible()
  await logIn(hers, user)
  await hers.getByRole("link", { name: "Users" }).click()
  await expect(hers.getByRole("heading", { level: 1, name: "Users" })).toBeVisible()

  await press(page, "Remove administrator role", `Remove ${user.name}'s administrator role?`)
  // The words are those of the first change, which the page still shows.
  await expect(page.getByRole("button", { name: "Make administrator" })).toBeVisible()
  await expectOutcome(page, "Role changed. 1 session was ended.")
  await expect(hers).toHaveURL(/\/login/)
})

test("deleting an account takes its typed address, and leaves an id in the audit log", async ({
  admin,
  user,
  issueTo,
  askWith,
  openOnNewDevice,
  database,
}) => {
  const hers = askWith(await issueTo(user))
  const page = await openOnNewDevice(admin, pageOf(user))
  const field = page.getByLabel(`To confirm, type the email: ${user.email}`)
  const question = `Permanently delete ${user.name}'s account?`

  await field.fill(admin.email)
  await page.getByRole("button", { name: "Delete account" }).click()
  await expect(field).toBeFocused()
  await expect(page.getByRole("alertdialog")).toHaveCount(0)
  expect(await hers("/account/security")).toMatchObject({ status: 200 })

  await field.fill(user.email)
  await press(page, "Delete account", question)
  await expect(page.getByText("Account deleted. 1 session was ended.")).toBeVisible()
  expect(await hers("/account/security")).toMatchObject({ status: 307 })
  expect(await database.sql(`SELECT FROM "User" WHERE id = $1`, user.id)).toEqual([])

  await page.goto(`/admin/audit?person=${user.id}`)
  const sentence = `${admin.name} deleted a former user's account`
  const entry = page.getByRole("listitem").filter({ hasText: sentence })
  const former = entry.getByRole("link", { name: "a former user" })
  await expect(former).toHaveAttribute("href", `/admin/audit?person=${user.id}`)
  await expect(entry).not.toContainText(user.email)
})

test("an act on a person asks for proof when the last one is old", async ({
  admin,
  user,
  openOnNewDevice,
  database,
}) => {
  const page = await openOnNewDevice(admin, pageOf(user))
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  await press(page, "Disable account", `Disable ${user.name}'s account?`)
  await prove(page, admin.password)
  await expectOutcome(page, "Account disabled.")
})

test("on their own page an administrator's present session is spared", async ({
  admin,
  issueTo,
  askWith,
  openOnNewDevice,
}) => {
  const other = askWith(await issueTo(admin, firefox))
  const page = await openOnNewDevice(admin, pageOf(admin))
  await expect(page.getByText("Your current session isn't affected.")).toBeVisible()
  await press(page, "Log out everywhere (1)", `Log ${admin.name} out everywhere?`)
  await expectOutcome(page, "1 session was ended.")
  expect(await other("/account/security")).toMatchObject({ status: 307 })
  await page.reload()
  await expect(page.getByRole("heading", { level: 1, name: admin.name })).toBeVisible()
})
