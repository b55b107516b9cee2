import { ask, confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox, iphone } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { deafen } from "@/e2e/support/listening"

const rowOf = (page: Page, device: string) =>
  page
    .getByRole("region", { name: "Your sessions" })
    .getByRole("listitem")
    .filter({ hasText: device })

test("each browser lists both sessions, its own first and marked in words", async ({
  user,
  openOnNewDevice,
  logInOnNewDevice,
}) => {
  const chrome = await logInOnNewDevice(user)
  const other = await openOnNewDevice(user, firefox)
  await chrome.reload()

  for (const [page, own, foreign] of [
    [chrome, "Chrome on Linux", "Firefox on Linux"],
    [other, "Firefox on Linux", "Chrome on Linux"],
  ] as const) {
    const rows = page.getByRole("region", { name: "Your sessions" }).getByRole("listitem")
    await expect(rows.first()).toContainText(own)
    await expect(rows.first()).toContainText("This device")
    await expect(rows.nth(1)).toContainText(foreign)
    await expect(rows.nth(1)).not.toContainText("This device")
    await expect(page.getByText("You're logged in on 2 devices.")).toBeVisible()
  }
})

test("a session shows its address, when it began, how it was opened and what it says of itself", async ({
  user,
  logInOnNewDevice,
}) => {
  const headers = { "X-Forwarded-For": "198.51.100.77" }
  const page = await logInOnNewDevice(user, { ...firefox, extraHTTPHeaders: headers })
  const row = rowOf(page, "Firefox on Linux")
  await expect(row).toContainText("198.51.100.77")

  await row.getByText("Details").click()
  await expect(row).toContainText(firefox.userAgent)
  await expect(row.getByRole("term")).toContainText(["Started", "Last active"])
  await expect(row.getByRole("definition").filter({ hasText: /^Password$/ })).toBeVisible()
})

test("Log out ends exactly that session", async ({ user, steal, database, openOnNewDevice }) => {
  const here = await openOnNewDevice(user)
  const phone = await openOnNewDevice(user, iphone)
  const laptop = await openOnNewDevice(user, firefox)
  const withPhonesCookie = await steal(phone)
  await here.reload()

  await confirm(
    here.getByRole("button", { name: "Log out Safari on iOS" }),
    "Log out Safari on iOS?",
  )
  await expectOutcome(here, "Safari on iOS was logged out.")
  await expect(rowOf(here, "Safari on iOS")).toHaveCount(0)

  await expect(phone).toHaveURL(/\/login/)
  await expect(phone.getByText("This device was logged out from another of")).toBeVisible()
  expect(await withPhonesCookie("/account/security")).toMatchObject({
    status: 307,
    location: "/login",
  })
  for (const alive of [here, laptop]) {
    await alive.reload()
    await expect(alive.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  }
  const reasons = (await database.sessionsOf(user.id)).map((row) => row.revocationReason)
  expect(reasons).toEqual([null, "revoked_by_user", null])
})

test("Log out other devices ends the others, as many as its button says, and not this one", async ({
  user,
  openOnNewDevice,
  newPerson,
}) => {
  const here = await openOnNewDevice(user)
  const others = [await openOnNewDevice(user), await openOnNewDevice(user, firefox)]
  const stranger = await openOnNewDevice(await newPerson())
  await here.reload()

  await confirm(
    here.getByRole("button", { name: "Log out other devices (2)" }),
    "Log out 2 other devices?",
  )
  await expectOutcome(here, "2 other devices were logged out.")
  await expect(here.getByRole("button", { name: "Log out other devices (0)" })).toBeDisabled()
  await expect(here.getByText("No other devices are logged in.")).toBeVisible()

  for (const other of others) {
    await expect(other).toHaveURL(/\/login/)
    await expect(other.getByText("logged out from another of your devices")).toBeVisible()
  }
  for (const alive of [here, stranger]) {
    await alive.reload()
    await expect(alive.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  }
})

test("ended sessions stay in sight with reason and time", async ({
  user,
  openOnNewDevice,
  issueTo,
}) => {
  await issueTo(user, firefox)
  const here = await openOnNewDevice(user)
  await confirm(here.getByRole("button", { name: /Log out Firefox/ }), /Firefox/)

  const ended = here.getByRole("region", { name: "Ended sessions" }).getByRole("listitem")
  await expect(ended.filter({ hasText: "Firefox on Linux" })).toContainText(
    /Logged out from another device, just now/,
  )
})

test("a second click does no harm", async ({
  user,
  openOnNewDevice,
  issueTo,
  askWith,
  database,
}) => {
  const phone = askWith(await issueTo(user, iphone))
  const [one, two] = [await openOnNewDevice(user), await deafen(await openOnNewDevice(user))]
  const name = "Log out Safari on iOS"

  await confirm(one.getByRole("button", { name }), "Log out Safari on iOS?")
  await expectOutcome(one, "Safari on iOS was logged out.")
  const [first] = await database.sessionsOf(user.id)
  await confirm(two.getByRole("button", { name }), "Log out Safari on iOS?")
  await expectOutcome(two, "That device was already logged out.")

  expect(await phone("/account/security")).toMatchObject({ status: 307 })
  const [second] = await database.sessionsOf(user.id)
  expect(second).toEqual(first)
})

test("nobody can end another person's session by its id", async ({
  user,
  newPerson,
  openOnNewDevice,
  issueTo,
  askWith,
  database,
}) => {
  const victim = await newPerson()
  const hers = askWith(await issueTo(victim))
  await issueTo(user, firefox)
  // A list that renewed itself would put the id back.
  const his = await deafen(await openOnNewDevice(user))
  const [target] = await database.sessionsOf(victim.id)
  const form = his.getByRole("region", { name: "Your sessions" }).locator("form[data-act]").last()
  const dialog = await ask(form.getByRole("button"), /Firefox/)
  await form
    .locator("input[name=tokenId]")
    .evaluate((input, id) => input.setAttribute("value", id), target?.id ?? "")
  await dialog.getByRole("button").last().click()
  await expectOutcome(his, "That device was already logged out.")
  expect(await hers("/account/security")).toMatchObject({ status: 200 })
})
