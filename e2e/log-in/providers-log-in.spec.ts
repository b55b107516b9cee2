import {
  connect,
  continueWithProvider,
  logInAtProvider,
  newIdentity,
  ownersOf,
} from "@/e2e/support/at-provider"
import { expect, test } from "@/e2e/support/fixtures"
import { ProviderVisitor } from "@/e2e/support/http-provider"
import { secretOf, sessionCookie } from "@/test/http/session-cookie"

const noAccount = "No account uses that login. Ask an administrator to invite you."

test("a log-in through the provider makes one session, which says how it was opened", async ({
  user,
  database,
  newDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const page = await newDevice()

  await continueWithProvider(page)
  await logInAtProvider(page, identity)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()

  const sessions = await database.sessionsOf(user.id)
  expect(sessions).toMatchObject([{ method: "oidc", revokedAt: null }])
  expect((await database.sessionOf(await secretOf(page))).id).toBe(sessions[0]?.id)
})

test("each log-in through the provider has a fresh secret and ends the browser's session before it", async ({
  user,
  database,
  askWith,
  openOnNewDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const page = await openOnNewDevice(user)
  const byPassword = await secretOf(page)

  await page.goto("/login")
  await continueWithProvider(page)
  await logInAtProvider(page, identity)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  const first = await secretOf(page)

  await page.goto("/login")
  await continueWithProvider(page)
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  const second = await secretOf(page)

  expect(new Set([byPassword, first, second]).size).toBe(3)
  expect(await database.sessionsOf(user.id)).toMatchObject([
    { method: "password", revocationReason: "replaced" },
    { method: "oidc", revocationReason: "replaced" },
    { method: "oidc", revokedAt: null, providerIssuer: expect.stringMatching(/^http/) },
  ])
  expect(await askWith(byPassword)("/account/security")).toMatchObject({ status: 307 })
  expect(await askWith(first)("/account/security")).toMatchObject({ status: 307 })
  expect(await askWith(second)("/account/security")).toMatchObject({ status: 200 })
})

test("a proof of ten hours ago at the provider lets a person in, and counts for nothing more here", async ({
  user,
  database,
  address,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const logOutOthers = async (ageS: number) => {
    const visitor = new ProviderVisitor(address)
    await visitor.logIn(identity, { ageS })
    const { app } = visitor
    const headers = { "Sec-Fetch-Site": "same-origin", "Rendered-For": user.id }
    const { status, body } = await app.post("/api/v1/sessions/log-out-others", {}, headers)
    const secret = app.cookies.get(sessionCookie.name) ?? ""
    const { provedAt, issuedAt } = await database.sessionOf(secret)
    return { status, body, ageS: Math.round((+issuedAt - +provedAt) / 1_000) }
  }

  const late = await logOutOthers(36_000)
  expect(late).toMatchObject({ status: 403 })
  expect(late.body).toContain("proof_required")
  expect(late.ageS).toBeGreaterThanOrEqual(36_000)

  const early = await logOutOthers(0)
  expect(early).toMatchObject({ status: 200 })
  expect(early.ageS).toBeLessThan(60)
})

test("the provider admits nobody who has no account here", async ({ database, newDevice }) => {
  const identity = newIdentity()
  const page = await newDevice()

  await continueWithProvider(page)
  await logInAtProvider(page, identity)

  await expect(page).toHaveURL(/\/login\?/)
  await expect(page.getByText(noAccount)).toBeVisible()
  expect(await ownersOf(database, identity)).toEqual([])
  expect(await database.sql(`SELECT FROM "User" WHERE email = $1`, identity.email)).toEqual([])
})

test("an e-mail address that the provider vouches for opens no account that it is not connected to", async ({
  user,
  database,
  newDevice,
}) => {
  const identity = newIdentity(user.email)
  const page = await newDevice()

  await continueWithProvider(page)
  await logInAtProvider(page, identity)

  await expect(page.getByText(noAccount)).toBeVisible()
  expect(await ownersOf(database, identity)).toEqual([])
  expect(await database.sessionsOf(user.id)).toEqual([])
})

test("a disabled person is refused at the provider's door as if there were no account", async ({
  user,
  database,
  newDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  await database.sql(
    `UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`,
    user.id,
  )
  const page = await newDevice()

  await continueWithProvider(page)
  await logInAtProvider(page, identity)

  await expect(page.getByText(noAccount)).toBeVisible()
  expect(await database.sessionsOf(user.id)).toEqual([])
})

test("a refused log-in through the provider stands in the audit log", async ({
  user,
  database,
  newDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  await database.sql(
    `UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`,
    user.id,
  )
  const page = await newDevice()

  await continueWithProvider(page)
  await logInAtProvider(page, identity)
  await expect(page.getByText(noAccount)).toBeVisible()

  const entries = await database.sql(`SELECT * FROM "AuditEvent" WHERE "targetId" = $1`, user.id)
  expect(entries).toContainEqual(
    expect.objectContaining({ action: "log_in_failed", details: { method: "oidc" } }),
  )
})

test("after the log-in the person is where they wanted to go", async ({
  user,
  database,
  newDevice,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const page = await newDevice()

  await page.goto("/account/security?from=here")
  await continueWithProvider(page)
  await logInAtProvider(page, identity)
  await expect(page).toHaveURL("/account/security?from=here")
})
