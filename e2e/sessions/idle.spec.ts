import { expectAccessible, still } from "@/e2e/support/accessible"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { deafen } from "@/e2e/support/listening"
import { secretOf } from "@/test/http/session-cookie"

const warning = (page: Page) =>
  page.getByText("You'll be logged out in 2 minutes unless you continue.")

test("the warning before a session goes idle is accessible, and *Stay logged in* moves the deadline, which asking does not", async ({
  user,
  openOnNewDevice,
  askWith,
  database,
}) => {
  const page = await openOnNewDevice(user, still)
  const secret = await secretOf(page)
  await expect(warning(page)).toBeHidden()
  await database.set(secret, "idleAt", "90 seconds")
  await page.reload()
  await expect(warning(page)).toBeVisible()
  await expectAccessible(page)

  await database.set(secret, "lastActiveAt", "-118 minutes")
  const unused = await database.sessionOf(secret)
  const ask = askWith(secret)
  const [first, second] = [await ask("/api/session"), await ask("/api/session")]
  for (const { body } of [first, second]) expect(JSON.parse(body).idleInMs).toBeLessThan(90_000)
  expect(await database.sessionOf(secret)).toEqual(unused)

  await page.getByRole("button", { name: "Stay logged in" }).click()
  await expect(warning(page)).toBeHidden()
  const used = await database.sessionOf(secret)
  expect(+used.idleAt - +used.lastActiveAt).toBe(2 * 60 * 60 * 1000)
  expect(+used.lastActiveAt).toBeGreaterThan(+unused.lastActiveAt)
  expect(used.expiresAt).toEqual(unused.expiresAt)
})

test("a page that goes idle leaves by itself, and the password alone leads back to it, in a new session with the old deadline", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  const path = "/account/history?after=&shown=here"
  const page = await openOnNewDevice(user, { ...still, path })
  const idle = await secretOf(page)
  await page.clock.install()
  // It has its own clock, too.
  const asked = page.waitForResponse("**/api/session")
  await deafen(page)
  await asked
  await database.set(idle, "idleAt", "-1 millisecond")
  await database.set(idle, "expiresAt", "3 hours")
  const { expiresAt } = await database.sessionOf(idle)

  // Until the page has set its timer, no time that passes is any to it.
  await expect(async () => {
    await page.clock.fastForward("10:00")
    await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible({
      timeout: 2_000,
    })
  }).toPass()
  await expect(page.getByText("for a while")).toHaveCount(1)
  await expect(page).toHaveURL(`/login?returnTo=${encodeURIComponent(path)}`)
  await expect(page.getByRole("textbox", { name: "Email" })).toBeHidden()
  await expectAccessible(page)

  await page.getByLabel("Password").fill(user.password)
  await page.getByRole("button", { name: "Log in" }).click()
  await expect(page).toHaveURL(path)
  expect(await database.sessionOf(await secretOf(page))).toMatchObject({
    revokedAt: null,
    expiresAt,
  })
  expect(await database.sessionOf(idle)).toMatchObject({ revocationReason: "replaced" })
})

test("who has no password is not asked for it after an idle session, but offered the ways in", async ({
  user,
  issueTo,
  askWith,
  database,
}) => {
  const secret = await issueTo(user)
  await database.set(secret, "idleAt", "-1 millisecond")
  const ask = askWith(secret)
  expect((await ask("/login")).body).toContain("Welcome back")

  await database.sql(`UPDATE "User" SET "passwordHash" = NULL WHERE id = $1`, user.id)
  const { body } = await ask("/login")
  expect(body).toContain("because this device wasn&#x27;t used for a while")
  expect(body).not.toContain("Welcome back")
  expect(body).toContain("Email me a login link")
  expect(body).toContain("Continue with Test provider")
})
