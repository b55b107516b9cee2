import { ask, confirm, dialogOf, expectOutcome, prove } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { follow, twice } from "@/e2e/support/link-acts"
import { makeStale } from "@/e2e/support/stale-proof"
import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"
import { HttpClient } from "@/test/http/http-client"
import { press, submit } from "@/test/http/http-form"
import { secretOf, sessionCookieName } from "@/test/http/session-cookie"

test("an act on other sessions eleven minutes after the last proof asks in its one dialog", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
  database,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const laptop = askWith(await issueTo(user, firefox))
  const here = await openOnNewDevice(user)
  const oldSecret = await secretOf(here)
  await makeStale(here, database)
  const row = here.getByRole("listitem").filter({ hasText: "Safari on iOS" })
  const height = (await row.boundingBox())?.height

  const dialog = await ask(row.getByRole("button"), "Log out Safari on iOS?")
  await expect(dialog.getByLabel("Password")).toBeFocused()
  expect((await row.boundingBox())?.height).toBe(height)
  await expect(here).toHaveURL(/\/account\/security/)
  expect(await phone("/account/security")).toMatchObject({ status: 200 })

  await prove(here, user.password)
  await expectOutcome(here, "Safari on iOS was logged out.")
  await expect(dialog).toHaveCount(0)
  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  expect(await laptop("/account/security")).toMatchObject({ status: 200 })

  expect(await secretOf(here)).not.toBe(oldSecret)
  expect(await askWith(oldSecret)("/account/security")).toMatchObject({ status: 307 })
  await here.reload()
  await confirm(here.getByRole("button", { name: "Log out other devices (1)" }), /1 other device/)
  await expectOutcome(here, "1 other device was logged out.")
})

test("a wrong password as proof ends nothing, says so, and lets one try again", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
  database,
}) => {
  const other = askWith(await issueTo(user, firefox))
  const here = await openOnNewDevice(user)
  const secret = await secretOf(here)
  // Since the page came: it learns of it with the answer.
  await database.set(secret, "provedAt", "-11 minutes")

  await confirm(here.getByRole("button", { name: "Log out other devices (1)" }), /1 other device/)
  await expect(dialogOf(here).getByLabel("Password")).toBeFocused()
  await prove(here, "not my password")
  await expect(dialogOf(here)).toHaveAccessibleName("Log out 1 other device?")
  await expect(here.getByText("Incorrect password.")).toBeVisible()
  expect(await secretOf(here)).toBe(secret)
  expect(await other("/account/security")).toMatchObject({ status: 200 })

  await prove(here, user.password)
  await expectOutcome(here, "1 other device was logged out.")
  expect(await other("/account/security")).toMatchObject({ status: 307 })
})

test("Log out everywhere asks for proof too, and then ends everything", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
  database,
}) => {
  const other = askWith(await issueTo(user, firefox))
  const here = await openOnNewDevice(user)
  await makeStale(here, database)

  await ask(here.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await prove(here, user.password)
  await expect(here).toHaveURL(/\/login/)
  await expect(here.getByText("You're logged out everywhere. 2 sessions")).toBeVisible()
  expect(await other("/account/security")).toMatchObject({ status: 307 })
})

test("whoever declines to prove themselves finds everything as it was", async ({
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  await issueTo(user, firefox)
  const here = await openOnNewDevice(user)
  await makeStale(here, database)
  const button = here.getByRole("button", { name: "Log out other devices (1)" })

  const dialog = await ask(button, /1 other device/)
  await dialog.getByRole("button", { name: "Cancel" }).click()
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
  const rows = await database.sessionsOf(user.id)
  expect(rows.map((row) => row.revokedAt)).toEqual([null, null])
})

test("who has neither a password nor a provider sets a password by mail, and goes on with it", async ({
  user,
  address,
  issueTo,
  database,
  mailboxes,
}) => {
  await database.sql(`UPDATE "User" SET "passwordHash" = NULL WHERE id = $1`, user.id)
  const secret = await issueTo(user)
  await database.set(secret, "provedAt", "-11 minutes")
  const client = new HttpClient(address)
  client.cookies.set(sessionCookieName, secret)
  const page = accountPages.email
  const change = { newEmail: `new-${user.email}` }

  const { body: asked } = await press(client, page, "Change email", change)
  expect(asked).toContain("have a password yet, so set one first")
  expect(asked).not.toContain("Then press the same button again.</p>")
  const wish = { ...change, mailPassword: "on" }
  const { body } = await submit(client, page, asked, "Email me a link to set a password", wish)
  expect(body).toContain(`sent ${user.email} a link to set a password.`)

  const password = "seven quiet herons wade"
  const link = await mailboxes.linkTo(user.email, "password_reset")
  await follow(client, link, "Set password", twice(password))
  await client.logIn({ ...user, password })
  const { body: done } = await press(client, page, "Change email", change)
  expect(done).toContain("sent it a confirmation link.")
})

test("nine minutes after the last proof nothing is asked", async ({
  user,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  await issueTo(user, firefox)
  const here = await openOnNewDevice(user)
  await database.set(await secretOf(here), "provedAt", "-9 minutes")

  await confirm(here.getByRole("button", { name: "Log out other devices (1)" }), /1 other device/)
  await expectOutcome(here, "1 other device was logged out.")
})

test("ending one's own session needs no proof", async ({ user, openOnNewDevice, database }) => {
  const here = await openOnNewDevice(user)
  await database.set(await secretOf(here), "provedAt", "-11 hours")
  await here.getByRole("banner").getByRole("button", { name: "Log out" }).click()
  await expect(here).toHaveURL(/\/login\?outcome=/)
  await expect(here.getByRole("status")).toHaveText(words("login")("loggedOut"))
})
