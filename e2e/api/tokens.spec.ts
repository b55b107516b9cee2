import { readFileSync } from "node:fs"
import { expectAccessible, still } from "@/e2e/support/accessible"
import { ask, confirm, expectOutcome, prove } from "@/e2e/support/acts"
import { apiClient, statusOf } from "@/e2e/support/api-client"
import { make, shownSecret } from "@/e2e/support/api-token-form"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { listening } from "@/e2e/support/listening"
import { accountPages } from "@/lib/names/account-pages"
import type { Exchange } from "@/test/http/record-traffic"
import { secretOf } from "@/test/http/session-cookie"
import { testApp } from "@/test/world/app"

const onTokens = { path: accountPages.apiTokens }

const row = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) })

test("an API token works from the moment it is made until log out everywhere", async ({
  user,
  openOnNewDevice,
  address,
}) => {
  const page = await openOnNewDevice(user, onTokens)
  await make(page, "Backup")
  const program = apiClient(address, await shownSecret(page))
  await expect(row(page, "Backup")).toContainText("Never used")
  expect(await statusOf(program)).toBe(200)

  await page.reload()
  await expect(row(page, "Backup")).toContainText("Last used just now")
  await expect(row(page, "Backup")).toContainText("Expires in 3 months")
  await page.goto(accountPages.sessions)
  await confirm(page.getByRole("button", { name: "Log out everywhere", exact: true }), /everywhere/)
  await expect(
    page.getByText("You're logged out everywhere. 1 session and 1 API token were ended."),
  ).toBeVisible()
  expect(await statusOf(program)).toBe(401)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript"
  test(`an API token outlives every device where the person says so${how}`, async ({
    user,
    issueTo,
    openOnNewDevice,
    askWith,
    address,
    database,
  }) => {
    const program = apiClient(address, await issueTo(user, { purpose: "api" }))
    const link = await issueTo(user, { purpose: "magic_link" })
    const phone = askWith(await issueTo(user))
    const page = await openOnNewDevice(user, { javaScriptEnabled })
    expect(await phone("/account/security")).toMatchObject({ status: 200 })
    await database.set(await secretOf(page), "provedAt", "-11 minutes")

    await expect(page.getByText("Ends 2 sessions, 1 API token and 1 login link")).toBeVisible()
    const keep = page.getByRole("button", { name: "Log out everywhere but keep 1 API token" })
    if (javaScriptEnabled) {
      await keep.click()
      const dialog = page.getByRole("alertdialog", { name: /including this device/ })
      await expect(dialog).toContainText(
        "Ends 2 sessions and 1 login link. This device is logged out too",
      )
      await dialog.getByRole("button", { name: "but keep" }).click()
    } else {
      await keep.click()
    }
    await prove(page, user.password)
    await expect(
      page.getByText("You're logged out everywhere. 2 sessions and 1 login link were ended."),
    ).toBeVisible()

    expect(await phone("/account/security")).toMatchObject({ status: 307, location: "/login" })
    expect((await database.sessionOf(link)).revocationReason).toBe("log_out_everywhere")
    expect(await statusOf(program)).toBe(200)
  })
}

test("a program that logs out everywhere ends the browser's session, and itself", async ({
  user,
  issueTo,
  openOnNewDevice,
  address,
}) => {
  const page = await listening(await openOnNewDevice(user))
  const program = apiClient(address, await issueTo(user, { purpose: "api" }))
  expect((await program.POST("/log-out-everywhere")).data?.ended).toBe(2)
  await expect(page).toHaveURL(/\/login/)
  expect(await statusOf(program)).toBe(401)
})

test("the secret is in the one answer that hands it out, and in nothing else", async ({
  user,
  openOnNewDevice,
  address,
}) => {
  const page = await openOnNewDevice(user, onTokens)
  await make(page, "Once")
  const secret = await shownSecret(page)
  expect(page.url()).not.toContain(secret)
  await statusOf(apiClient(address, secret))
  await page.reload()
  await expect(row(page, "Once")).toBeVisible()
  expect(await page.content()).not.toContain(secret)

  const { trafficFile, logFile } = testApp()
  const lines = readFileSync(trafficFile, "utf8").trim().split("\n")
  const exchanges: Exchange[] = lines.map((line) => JSON.parse(line))
  const holding = exchanges.filter((one) => (one.path + one.answer).includes(secret))
  expect(holding.map(({ path }) => path)).toEqual([accountPages.apiTokens])
  expect(readFileSync(logFile, "utf8")).not.toContain(secret)
})

test("without JavaScript too the secret shows once, and the token is revoked", async ({
  user,
  openOnNewDevice,
  address,
  database,
}) => {
  const page = await openOnNewDevice(user, { ...onTokens, javaScriptEnabled: false })
  await database.set(await secretOf(page), "provedAt", "-11 minutes")
  await make(page, "Plain")
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Plain")
  await prove(page, user.password)
  const program = apiClient(address, await shownSecret(page))
  expect(await statusOf(program)).toBe(200)

  await page.getByRole("link", { name: "Done" }).click()
  await expect(page.locator("code[data-secret]")).toHaveCount(0)
  await page.getByRole("button", { name: "Revoke the API token Plain" }).click()
  await expectOutcome(page, /^The API token .+ was revoked\.$/)
  expect(await statusOf(program)).toBe(401)
})

test("eleven minutes after the last proof one proves who one is, and the same token is made", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const page = await openOnNewDevice(user, onTokens)
  const secret = await secretOf(page)
  await database.set(secret, "provedAt", "-11 minutes")
  await make(page, "Guarded")
  await prove(page, "not my password")
  await expect(page.getByText("Incorrect password.")).toBeVisible()
  await expect(row(page, "Guarded")).toHaveCount(0)
  await prove(page, user.password)
  expect(await shownSecret(page)).toMatch(/^loe_[\w-]{49}$/)
  await expect(row(page, "Guarded")).toContainText("Expires in 3 months")
  expect(await secretOf(page)).not.toBe(secret)

  await confirm(page.getByRole("button", { name: "Revoke the API token Guarded" }), /Guarded\?/)
  await expectOutcome(page, /^The API token .+ was revoked\.$/)
  await expect(page.getByText("You have no API tokens.")).toBeVisible()
})

test("nobody revokes another person's API token, nor a session in the guise of one", async ({
  user,
  newPerson,
  issueTo,
  openOnNewDevice,
  askWith,
  address,
  database,
}) => {
  const other = await newPerson()
  const program = apiClient(address, await issueTo(other, { purpose: "api" }))
  const session = await issueTo(user)
  const page = await openOnNewDevice(user, onTokens)
  await issueTo(user, { purpose: "api" })
  await page.reload()
  const [theirs] = await database.sql<{ id: string }>(
    `SELECT id FROM log_out_everywhere.token WHERE "userId" = $1 AND purpose = 'api'`,
    other.id,
  )
  for (const id of [theirs?.id, (await database.sessionOf(session)).id]) {
    const button = page.getByRole("button", { name: /^Revoke the API token/ })
    const form = page.locator("form").filter({ has: button })
    const dialog = await ask(button, /Revoke the API token/)
    const field = form.locator("input[name=tokenId]")
    await field.evaluate((input, value) => input.setAttribute("value", value ?? ""), id)
    await dialog.getByRole("button").last().click()
    await expectOutcome(page, "That API token was already revoked or expired.")
    await page.reload()
  }
  expect(await statusOf(program)).toBe(200)
  expect(await askWith(session)("/account/security")).toMatchObject({ status: 200 })
})

test("how to use one can be read by everyone", async ({ user, openOnNewDevice, newDevice }) => {
  const page = await openOnNewDevice(user, onTokens)
  await page.getByRole("link", { name: "How to use the API" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "HTTP API" })).toBeVisible()

  const reader = await newDevice(still)
  await reader.goto("/api-docs")
  await expect(reader.getByRole("heading", { name: "Log out everywhere" })).toBeVisible()
  await expectAccessible(reader)
})
