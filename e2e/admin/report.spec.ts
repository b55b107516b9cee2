import { expectAccessible, still } from "@/e2e/support/accessible"
import { confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"

test("an act's report is reached from its entry: what it ended, that none of it lives, who was told, and the same as JSON", async ({
  admin,
  user,
  issueTo,
  openOnNewDevice,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(admin, { ...still, path: `/admin/users/${user.id}` })
  await page.getByLabel("Reason").fill("your laptop was stolen")
  await confirm(page.getByRole("button", { name: "Log out everywhere (1)" }), /out everywhere\?/)
  await expectOutcome(page, "1 session was ended.")

  await page.goto(`/admin/audit?person=${user.id}&action=log_out_everywhere`)
  await page.getByRole("link", { name: "Report", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Report on one action" })).toBeVisible()
  const main = page.getByRole("main")
  await expect(main).toContainText(`${admin.name} logged ${user.name} out everywhere`)
  await expect(main).toContainText("1 session was ended.")
  await expect(main).toContainText("Checked just now: none of these still works.")
  await expect(main).toContainText("Firefox on Linux")
  await expect(
    page.getByRole("table", { name: "Who was told" }).getByRole("row", { name: /Logged out/ }),
  ).toBeVisible()
  await expectAccessible(page)

  const href =
    (await page.getByRole("link", { name: "Download as JSON" }).getAttribute("href")) ?? ""
  const answer = await page.request.get(href)
  expect(answer.headers()["content-disposition"]).toContain("attachment")
  expect(await answer.json()).toMatchObject({
    kind: "act",
    writtenBy: admin.email,
    event: { action: "log_out_everywhere", count: 1, target: { id: user.id } },
    receipt: { ended: { session: 1 }, live: 0 },
    told: [{ kind: "logged_out_by_admin", written: 1 }],
  })
  expect(await answer.text()).not.toContain("hash")
})

test("a span of time is asked for, reported, and printed without what is to be pressed; also without JavaScript", async ({
  admin,
  user,
  database,
  openOnNewDevice,
}) => {
  await database.sql(
    `INSERT INTO "AuditEvent" (id, at, action, "targetId", address)
     SELECT gen_random_uuid(), '2026-01-02 10:30Z', 'log_in_failed', $1, '192.0.2.' || n FROM generate_series(1, 7) n`,
    user.id,
  )
  const page = await openOnNewDevice(admin, {
    javaScriptEnabled: false,
    path: "/admin/audit/report",
  })
  await expect(page.getByText("Choose a period.")).toBeVisible()
  await page.getByLabel("From (UTC)").fill("2026-01-02T11:00")
  await page.getByLabel("To (UTC)").fill("2026-01-02T10:00")
  await page.getByRole("button", { name: "Filter" }).click()
  await expect(page.getByText("Enter a start, and an end after it.")).toBeVisible()
  await page.getByLabel("From (UTC)").fill("2026-01-02T10:00")
  await page.getByLabel("To (UTC)").fill("2026-01-02T11:00")
  await page.getByRole("button", { name: "Filter" }).click()

  const found = page.getByRole("table", { name: "What was found" })
  await expect(found.getByRole("row", { name: "Failed to log in 7" })).toBeVisible()
  const accounts = page.getByRole("table", { name: "Accounts with the most failed logins" })
  await expect(accounts.getByRole("row", { name: `${user.email} 7` })).toBeVisible()
  await expect(page.getByText("Nothing was ended.")).toBeVisible()
  await expect(page.getByText("No emails were written.")).toBeVisible()

  await page.emulateMedia({ media: "print" })
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden()
  await expect(page.getByLabel("From (UTC)")).toBeHidden()
  await expect(found).toBeVisible()
})

test("a report, its JSON included, is for administrators alone, and says what it lacks", async ({
  admin,
  user,
  issueTo,
  askWith,
}) => {
  const span = "from=2026-01-02T10:00&until=2026-01-02T11:00"
  const [theirs, hers] = [askWith(await issueTo(user)), askWith(await issueTo(admin))]
  for (const path of [`/admin/audit/report.json?${span}`, `/admin/audit/report?${span}`]) {
    const { status, body } = await theirs(path)
    expect(status, path).toBe(404)
    expect(body).not.toContain("log_in")
    expect(await askWith("")(path), path).toMatchObject({ status: 307, location: "/login" })
    expect(await hers(path), path).toMatchObject({ status: 200 })
  }
  expect(await hers("/admin/audit/report.json")).toMatchObject({ status: 400 })
  const unknown = "00000000-0000-4000-8000-000000000000"
  expect(await hers(`/admin/audit/report.json?act=${unknown}`)).toMatchObject({ status: 404 })
  for (const act of [unknown, "nonsense", "%00"])
    expect((await hers(`/admin/audit/report?act=${act}`)).body).toContain("no such entry")
})
