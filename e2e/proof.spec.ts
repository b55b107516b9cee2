import { confirm, expectOutcome, prove } from "./acts"
import { firefox, iphone } from "./devices"
import { expect, type Page, test } from "./fixtures"
import { secretOf } from "./session-cookie"

const proofOf = (page: Page) => page.getByRole("group", { name: "Confirm that it is you" })

test("an act on other sessions eleven minutes after the last proof asks in place and then goes on", async ({
  user,
  logInOnNewDevice,
  database,
  steal,
}) => {
  const here = await logInOnNewDevice(user)
  const phone = await logInOnNewDevice(user, iphone)
  const laptop = await logInOnNewDevice(user, firefox)
  const oldSecret = await secretOf(here)
  const withOldCookie = await steal(here)
  await database.set(oldSecret, "provedAt", "-11 minutes")
  await here.reload()

  await confirm(here.getByRole("button", { name: /Log out this device: Safari/ }), /Safari on iOS/)
  await expect(proofOf(here)).toBeVisible()
  await expect(proofOf(here).getByLabel("Password")).toBeFocused()
  await expect(here).toHaveURL(/\/account\/security/)
  await phone.reload()
  await expect(phone.getByRole("heading", { name: "Security" })).toBeVisible()

  await prove(here, user.password)
  await expectOutcome(here, "1 device was logged out.")
  await expect(proofOf(here)).toHaveCount(0)
  await phone.reload()
  await expect(phone).toHaveURL(/\/login/)
  await laptop.reload()
  await expect(laptop.getByRole("heading", { name: "Security" })).toBeVisible()

  expect(await secretOf(here)).not.toBe(oldSecret)
  expect(await withOldCookie("/account/security")).toMatchObject({ status: 307 })
  await here.reload()
  await confirm(here.getByRole("button", { name: "Log out other devices (1)" }), /1 other device/)
  await expectOutcome(here, "1 other device was logged out.")
})

test("a wrong password as proof ends nothing, says so, and lets one try again", async ({
  user,
  logInOnNewDevice,
  database,
}) => {
  const here = await logInOnNewDevice(user)
  const other = await logInOnNewDevice(user, firefox)
  const secret = await secretOf(here)
  await database.set(secret, "provedAt", "-11 minutes")
  await here.reload()

  await confirm(here.getByRole("button", { name: "Log out other devices (1)" }), /1 other device/)
  await prove(here, "not my password")
  await expect(here.getByText("That is not your password.")).toBeVisible()
  expect(await secretOf(here)).toBe(secret)
  await other.reload()
  await expect(other.getByRole("heading", { name: "Security" })).toBeVisible()

  await prove(here, user.password)
  await expectOutcome(here, "1 other device was logged out.")
  await other.reload()
  await expect(other).toHaveURL(/\/login/)
})

test("Log out everywhere asks for proof too, and then ends everything", async ({
  user,
  logInOnNewDevice,
  database,
}) => {
  const here = await logInOnNewDevice(user)
  const other = await logInOnNewDevice(user, firefox)
  await database.set(await secretOf(here), "provedAt", "-11 minutes")
  await here.reload()

  await confirm(here.getByRole("button", { name: "Log out everywhere" }), /everywhere/)
  await prove(here, user.password)
  await expect(here).toHaveURL(/\/login/)
  await expect(here.getByText("You logged out everywhere. 2 sessions")).toBeVisible()
  await other.reload()
  await expect(other).toHaveURL(/\/login/)
})

test("whoever declines to prove themselves finds everything as it was", async ({
  user,
  logInOnNewDevice,
  database,
}) => {
  const here = await logInOnNewDevice(user)
  await logInOnNewDevice(user, firefox)
  await database.set(await secretOf(here), "provedAt", "-11 minutes")
  await here.reload()
  const button = here.getByRole("button", { name: "Log out other devices (1)" })

  await confirm(button, /1 other device/)
  await proofOf(here).getByRole("link", { name: "Cancel" }).click()
  await expect(proofOf(here)).toHaveCount(0)
  await expect(button).toBeEnabled()
  const rows = await database.sessionsOf(user.id)
  expect(rows.map((row) => row.revokedAt)).toEqual([null, null])
})

test("nine minutes after the last proof nothing is asked", async ({
  user,
  logInOnNewDevice,
  database,
}) => {
  const here = await logInOnNewDevice(user)
  await logInOnNewDevice(user, firefox)
  await database.set(await secretOf(here), "provedAt", "-9 minutes")
  await here.reload()

  await confirm(here.getByRole("button", { name: "Log out other devices (1)" }), /1 other device/)
  await expectOutcome(here, "1 other device was logged out.")
})

test("ending one's own session needs no proof", async ({ user, logInOnNewDevice, database }) => {
  const here = await logInOnNewDevice(user)
  await database.set(await secretOf(here), "provedAt", "-11 hours")
  await here.getByRole("banner").getByRole("button", { name: "Log out" }).click()
  await expect(here).toHaveURL("/login")
})
