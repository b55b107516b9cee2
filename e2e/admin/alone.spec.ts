import { confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect } from "@/e2e/support/fixtures"
import { test } from "@/e2e/support/own-app"
import { accountPages } from "@/lib/names/account-pages"
import { secretOf } from "@/test/http/session-cookie"

// What one of these does to everybody, the next one must not meet halfway.
test.describe.configure({ mode: "default" })

test.beforeEach(({ database }) => database.sql(`UPDATE "User" SET role = 'user'`))

const refusal =
  "This is the last administrator who can log in. Make someone else an administrator first."

test("the last administrator can be neither disabled, demoted nor deleted", async ({
  admin,
  openOnNewDevice,
  database,
}) => {
  const page = await openOnNewDevice(admin, { path: `/admin/users/${admin.id}` })
  await confirm(page.getByRole("button", { name: "Disable account" }), /Disable/)
  await expectOutcome(page, refusal)
  await page.reload()
  await confirm(
    page.getByRole("button", { name: "Remove administrator role" }),
    /administrator role\?/,
  )
  await expectOutcome(page, refusal)
  await page.reload()
  await page.getByLabel(/To confirm, type the email/).fill(admin.email)
  await confirm(page.getByRole("button", { name: "Delete account" }), /delete/)
  await expectOutcome(page, refusal)

  await page.goto(accountPages.account)
  await page.getByLabel(/To confirm, type your email/).fill(admin.email)
  await confirm(page.getByRole("button", { name: "Delete my account" }), /delete/)
  await expectOutcome(
    page,
    "You're the last administrator. Make someone else an administrator first.",
  )

  const [row] = await database.sql(
    `SELECT role, "disabledAt" FROM "User" LEFT JOIN log_out_everywhere.owner ON "userId" = id WHERE id = $1`,
    admin.id,
  )
  expect(row).toEqual({ role: "admin", disabledAt: null })
  await page.reload()
  await expect(page.getByRole("heading", { name: "Account", exact: true })).toBeVisible()
})

test("one of two administrators can be demoted", async ({ admin, newPerson, openOnNewDevice }) => {
  const second = await newPerson("admin")
  const page = await openOnNewDevice(admin, { path: `/admin/users/${second.id}` })
  await confirm(
    page.getByRole("button", { name: "Remove administrator role" }),
    /administrator role\?/,
  )
  await expectOutcome(page, "Role changed.")
})

test("Log everyone out says what it ends and spares, takes typed words, and ends that and no more", async ({
  admin,
  user,
  newPerson,
  issueTo,
  askWith,
  openOnNewDevice,
  database,
}) => {
  await database.sql(`DELETE FROM log_out_everywhere.token`)
  const others = [
    askWith(await issueTo(user)),
    askWith(await issueTo(await newPerson())),
    askWith(await issueTo(admin, firefox)),
  ]
  const api = await issueTo(user, { purpose: "api" })
  const idle = askWith(await issueTo(user))
  await database.sql(
    `UPDATE log_out_everywhere.token SET "idleAt" = now() WHERE id = (SELECT id FROM log_out_everywhere.token WHERE "userId" = $1
       ORDER BY "issuedAt" DESC LIMIT 1)`,
    user.id,
  )
  const page = await openOnNewDevice(admin, { path: "/admin/sessions" })
  const secret = await secretOf(page)
  const button = page.getByRole("button", { name: "Log everyone out" })
  const phrase = page.getByLabel("To confirm, type: log everyone out")

  await page.getByLabel("Reason (shown to the people affected)").fill("A leak was found")
  await phrase.fill("log everyone in")
  await button.click()
  await expect(phrase).toBeFocused()
  await expect(page.getByRole("alertdialog")).toHaveCount(0)
  for (const ask of others) expect(await ask("/account/security")).toMatchObject({ status: 200 })

  await phrase.fill(" Log everyone out ")
  const ends = "Ends 3 sessions. Spares the session you're using now and 1 API token."
  await expect(page.getByLabel("Sessions only")).toHaveAccessibleDescription(ends)
  const everything = page.getByLabel("Everything, including links in emails")
  await expect(everything).toHaveAccessibleDescription(
    "Ends 3 sessions and 1 API token. Spares the session you're using now.",
  )
  await confirm(button, "Log everyone out?")
  await expectOutcome(
    page,
    "Everyone is logged out. 3 sessions were ended. Spared: the session you're using now and 1 API token.",
  )
  const headers = { Authorization: `Bearer ${api}` }
  expect((await page.request.get("/api/v1/me", { headers })).status()).toBe(200)
  for (const ask of others) {
    expect(await ask("/account/security")).toMatchObject({ status: 307 })
    const { body } = await ask("/login")
    expect(body).toContain("An administrator logged everyone out.")
    expect(body).toContain("Reason: A leak was found")
  }
  expect((await idle("/login")).body).toContain("because this device wasn&#x27;t used for a while")
  expect((await idle("/login")).body).not.toContain(user.email)
  await page.reload()
  await expect(page.getByRole("heading", { level: 1, name: "Sessions" })).toBeVisible()
  expect(await secretOf(page)).toBe(secret)
  const back = await askWith(await issueTo(user))("/account/history")
  expect(back).toMatchObject({ status: 200, body: expect.stringContaining("Logged everyone out") })
})
