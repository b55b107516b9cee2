import { expectAccessible, still } from "@/e2e/support/accessible"
import { confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"

test("a person's page draws their sessions over time, with failures, ends, and who did them, and has a table of it", async ({
  admin,
  user,
  issueTo,
  database,
  openOnNewDevice,
}) => {
  const old = await database.sessionOf(await issueTo(user, iphone))
  await database.sql(
    `UPDATE log_out_everywhere.token SET "issuedAt" = now() - interval '40 days', "lastActiveAt" = now() - interval '30 days',
       "idleAt" = now() - interval '20 days' WHERE id = $1`,
    old.id,
  )
  await issueTo(user, firefox)
  await database.sql(
    `INSERT INTO "AuditEvent" (id, at, action, "targetId", address)
     VALUES (gen_random_uuid(), now() - interval '5 days', 'log_in_failed', $1, '203.0.113.5')`,
    user.id,
  )
  const page = await openOnNewDevice(admin, { ...still, path: `/admin/users/${user.id}` })
  await confirm(page.getByRole("button", { name: /^Revoke .*Firefox/ }), /Revoke/)
  await expectOutcome(page, /was revoked\.$/)
  await page.reload()

  const timeline = page.getByRole("region", { name: "Timeline" })
  await expect(timeline.getByRole("img")).toHaveAccessibleName(
    /^2 sessions over time, 1 failed login and \d+ changes?\./,
  )
  for (const name of ["Timed out", "Administrators", "Failed logins"])
    await expect(timeline.getByRole("listitem").filter({ hasText: name })).toBeVisible()
  await timeline.getByText("Show as a table").click()
  const rows = timeline.getByRole("table", { name: "Timeline" }).getByRole("row")
  const row = (text: string) => rows.filter({ hasText: text })
  await expect(row(`Firefox on Linux: Ended by an administrator, by ${admin.name}`)).toHaveCount(1)
  await expect(row("Safari on iOS: Timed out after inactivity")).toHaveCount(1)
  await expect(row(`Someone failed to log in as ${user.name}`)).toContainText("203.0.113.5")
  await expect(row("Logged in on Safari on iOS")).toHaveCount(1)
  await expectAccessible(page)
})

test("a person's page says first who it is, and what logging them out everywhere would end", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  await issueTo(user, { purpose: "api" })
  await issueTo(user, { purpose: "report" })
  const page = await openOnNewDevice(admin, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    path: `/admin/users/${user.id}`,
  })
  const headings = page.getByRole("main").getByRole("heading")
  await expect(headings.first()).toHaveText(user.name)
  await expect(headings.nth(1)).toHaveText("About")
  await expect(headings.nth(1)).toBeInViewport()
  const holdings = page.getByRole("table", { name: "What logging out everywhere ends" })
  await expect(holdings.getByRole("row")).toHaveText([
    /^Kind/,
    "Session10",
    "API token10",
    /wasn't me.* link01$/,
  ])
  await page.getByRole("link", { name: "What would end?" }).click()
  await expect(page.getByLabel("Person (email or ID)")).toHaveValue(user.id)
})
