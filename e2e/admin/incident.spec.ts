import { readFile } from "node:fs/promises"
import { hashSecret } from "log-out-everywhere"
import { ask, confirm, prove } from "@/e2e/support/acts"
import { expect, type Page, type Person, test } from "@/e2e/support/fixtures"
import { secretOf } from "@/test/http/session-cookie"

const range = "10.99.0.0/16"
const reason = "Sessions from a stolen network were ended"
const path = "/admin/sessions?address=10.99.0.0%2F16&since=24h"

interface Given {
  readonly user: Person
  readonly admin: Person
  readonly issueTo: (person: Person) => Promise<string>
  readonly database: { sql<Row>(text: string, ...values: readonly unknown[]): Promise<Row[]> }
}

/** So many sessions from the range, of one person, begun within the last day; and one that was begun before. */
async function givenRange({ user, issueTo, database }: Given, count: number, start = "10.99.") {
  await issueTo(user)
  await database.sql(
    `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", address)
     SELECT sha256(uuid_send(gen_random_uuid())), purpose, "userId", epoch, "realmGeneration", method,
       now() - CASE n WHEN 0 THEN interval '3 days' ELSE n * interval '10 seconds' END, "provedAt", "lastActiveAt", "idleAt",
       "expiresAt", ($3 || n / 250 || '.' || n % 250 + 1)::inet
     FROM log_out_everywhere.token, generate_series(0, $2::int) n WHERE "userId" = $1`,
    user.id,
    count,
    start,
  )
}

const liveIn = async ({ user, database }: Pick<Given, "user" | "database">) => {
  const [row] = await database.sql<{ live: number }>(
    `SELECT count(*)::int AS live FROM log_out_everywhere.token_status
     WHERE "userId" = $1 AND "isLive" AND address << '10.0.0.0/8'`,
    user.id,
  )
  return row?.live
}

async function moveIntoRange({ database }: Pick<Given, "database">, page: Page) {
  await database.sql(
    `UPDATE log_out_everywhere.token SET address = '10.99.255.1' WHERE hash = $1`,
    hashSecret(await secretOf(page)),
  )
}

test("thousands of sessions from one range are found, previewed and revoked: exactly those", async ({
  user,
  admin,
  newPerson,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  const count = 3_000
  const given = { user, admin, issueTo, database }
  await givenRange(given, count)
  const victim = await newPerson()
  const hers = await openOnNewDevice(victim)
  await moveIntoRange(given, hers)

  const page = await openOnNewDevice(admin, { path })
  await expect(page.getByText("3,001 sessions", { exact: true })).toBeVisible()
  await page.getByRole("button", { name: "Revoke everything found" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Bulk revocation" })).toBeVisible()
  await expect(page.getByText("Not confirmed yet. Nothing has ended.")).toBeVisible()
  await expect(page.getByText("3,001 sessions. Your current session isn't affected.")).toBeVisible()
  await expect(page.getByText("2 people", { exact: true })).toBeVisible()

  // Opened during the act.
  const later = await openOnNewDevice(user)
  await moveIntoRange(given, later)

  await page.getByLabel("Reason (shown to the people affected)").fill(reason)
  await page.getByLabel("To confirm, type the number: 3001").fill("3001")
  const button = page.getByRole("button", { name: "Revoke 3,001 sessions and tokens" })
  await confirm(button, "Revoke 3,001 sessions and tokens?")
  await expect(page.getByText("Finished.")).toBeVisible()
  await expect(page.getByText("3,001 of 3,001 ended.")).toBeVisible()
  await expect(page.getByText("2 people", { exact: true }).last()).toBeVisible()

  // What was opened since stands, and what was begun before.
  expect(await liveIn(given)).toBe(2)
  await later.reload()
  await expect(later).toHaveURL("/account/security")
  await expect(hers).toHaveURL(/\/login/)
  await expect(hers.getByText("An administrator ended this session.")).toBeVisible()
  await expect(hers.getByText(`Reason: ${reason}`)).toBeVisible()

  const [entry] = await database.sql(
    `SELECT count, reason, details->>'filter' AS filter, details->'previewed' AS previewed, details->'mailed' AS mailed
     FROM "AuditEvent" WHERE "actorId" = $1 AND action = 'sweep'`,
    admin.id,
  )
  expect(entry).toEqual({
    ...{ count: 3_001, reason: "revoked_by_admin", previewed: 3_001, mailed: 2 },
    filter: `address=${range} since=24h`,
  })
  await page.goto(`/admin/audit?person=${admin.id}&action=sweep`)
  await expect(page.getByText("revoked 3,001 sessions in bulk")).toBeVisible()
  await page.getByRole("link", { name: "Report", exact: true }).click()
  await page.emulateMedia({ media: "print" })
  for (const told of [
    range,
    "3,001 of 3,001 ended.",
    "Checked just now: none of these still works.",
    "2 people were emailed.",
    reason,
  ])
    await expect(page.getByRole("main")).toContainText(told)
})

test("without JavaScript it is previewed, refused for another number, confirmed and followed by reloading", async ({
  user,
  admin,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  const given = { user, admin, issueTo, database }
  await givenRange(given, 20, "10.98.")
  const page = await openOnNewDevice(admin, {
    javaScriptEnabled: false,
    path: `/admin/sessions?person=${user.id}&address=10.98.`,
  })
  await page.getByRole("button", { name: "Revoke everything found" }).click()
  await page.getByLabel("Reason (shown to the people affected)").fill(reason)
  const confirmed = page.getByLabel("To confirm, type the number: 21")
  await confirmed.fill("20")
  const button = page.getByRole("button", { name: "Revoke 21 sessions and tokens" })
  await button.click()
  expect(await liveIn(given)).toBe(21)
  await expect(page.getByLabel("Reason (shown to the people affected)")).toHaveValue(reason)
  await confirmed.fill("21")
  await button.click()
  await expect(confirmed).toHaveCount(0)
  await expect
    .poll(async () => {
      await page.reload()
      return page.getByText("21 of 21 ended.").count()
    })
    .toBeGreaterThan(0)
  expect(await liveIn(given)).toBe(0)
})

test("a filter with a field that is not understood finds nothing, says which, and offers no act", async ({
  admin,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(admin, { path: "/admin/sessions?address=10.99.0.0%2F99" })
  await expect(page.getByText(/isn't an IP address or range/)).toBeVisible()
  await expect(page.getByRole("table")).toHaveCount(0)
  await expect(page.getByRole("button", { name: "Revoke everything found" })).toHaveCount(0)
})

test("what is found comes as a file, after a proof if the last one is old", async ({
  user,
  admin,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await givenRange({ user, admin, issueTo, database }, 5, "10.97.")
  const page = await openOnNewDevice(admin, { path: `/admin/sessions?person=${user.id}` })
  await database.sql(
    `UPDATE log_out_everywhere.token SET "provedAt" = now() - interval '1 hour' WHERE hash = $1`,
    hashSecret(await secretOf(page)),
  )
  const button = page.getByRole("button", { name: "Export as CSV" })
  await ask(button, /Export/)
  const download = page.waitForEvent("download")
  await prove(page, admin.password)
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^sessions-[\d-]+\.csv$/)
  const text = await readFile(await file.path(), "utf8")
  expect(text.trim().split("\r\n")).toHaveLength(1 + 7)
})
