import { confirm, dialogOf } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, test } from "@/e2e/support/fixtures"
import { deafen } from "@/e2e/support/listening"
import { accountPages } from "@/lib/names/account-pages"

const notSent = "Nothing was sent, and what you typed is still here."
const notLoggedOut = "Nothing was logged out."

test.beforeEach(({ complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
})

/** The page says in place that nothing was done, and is the page that it was. */
async function expectNotSent(
  page: Page,
  act: () => Promise<unknown>,
  undone = notSent,
): Promise<void> {
  const url = page.url()
  await page.evaluate(() => {
    for (const said of document.querySelectorAll("[data-outcome], [data-toast]"))
      said.setAttribute("data-old", "")
  })
  await act()
  const said = page.locator(":is([data-outcome], [data-toast]):not([data-old])")
  await expect(said).toHaveText(`You're offline. ${undone} Try again once you're connected.`)
  const alert = page.getByRole("alert")
  await expect(alert.and(said).or(alert.filter({ has: said }))).toHaveCount(1)
  await expect(said).toBeInViewport()
  expect(page.url()).toBe(url)
  // It stands in the dialog of the act, if the act has one.
  await page.keyboard.press("Escape")
  await expect(dialogOf(page)).toHaveCount(0)
}

test("offline the log-in form stays, with what was typed, and works once the network is back", async ({
  user,
  newDevice,
}) => {
  const page = await newDevice()
  await page.goto("/login")
  await page.getByLabel("Email").fill(user.email)
  await page.getByLabel("Password").fill(user.password)
  await page.context().setOffline(true)
  await expectNotSent(page, () => page.getByRole("button", { name: "Log in", exact: true }).click())
  await expect(page.getByLabel("Email")).toHaveValue(user.email)
  await expect(page.getByLabel("Password")).toHaveValue(user.password)

  await page.context().setOffline(false)
  await page.getByRole("button", { name: "Log in", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
})

test("offline no act of the settings takes the page or what was typed away", async ({
  user,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await issueTo(user, firefox)
  // A list that renews itself just as the network goes would be another story.
  const page = await deafen(await openOnNewDevice(user))
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const button = (name: string) => page.getByRole("button", { name, exact: true })
  const address = `To confirm, type your email: ${user.email}`
  const next = "harbor demo lantern"
  const password = {
    "Current password": user.password,
    "New password": next,
    "Confirm new password": next,
  }
  const acts = [
    ["sessions", "Log out other devices (1)", true, {}, notLoggedOut],
    ["sessions", "Log out everywhere", true, {}, notLoggedOut],
    ["account", "Delete my account", true, { [address]: user.email }, notSent],
    ["password", "Change password", false, password, notSent],
    ["apiTokens", "Create API token", false, { Name: "deploy" }, notSent],
    ["history", "Dark", false, {}, notSent],
    ["email", "Change email", false, { "New email": `new-${user.email}` }, notSent],
  ] as const
  for (const [where, name, isConfirmed, typed, undone] of acts) {
    await page.context().setOffline(false)
    await page.goto(accountPages[where])
    for (const [label, value] of Object.entries(typed)) await field(label).fill(value)
    await page.context().setOffline(true)
    await expectNotSent(
      page,
      () => (isConfirmed ? confirm(button(name), /./) : button(name).click()),
      undone,
    )
    const logOut = page.getByRole("banner").getByRole("button")
    await expectNotSent(page, () => logOut.click(), "You're still logged in.")
    for (const [label, value] of Object.entries(typed))
      await expect(field(label)).toHaveValue(value)
  }
  expect((await database.sessionsOf(user.id)).map((row) => row.revokedAt)).toEqual([null, null])

  await page.context().setOffline(false)
  await button("Change email").click()
  await expect(page.getByText(`Waiting for new-${user.email} to be confirmed.`)).toBeVisible()
  await page.goto(accountPages.sessions)
  await confirm(button("Log out other devices (1)"), /./)
  await expect(page.getByText("1 other device was logged out.")).toBeVisible()
})

test("offline a link leaves the page open and says why, and leads on once the network is back", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { path: accountPages.email })
  await page.getByLabel("New email").fill("half@typed.example")
  await page.context().setOffline(true)
  const link = page.getByRole("link", { name: "History" })
  await expectNotSent(page, () => link.click(), "This page stays open.")
  await expect(page.getByLabel("New email")).toHaveValue("half@typed.example")
  await page.getByRole("link", { name: "Skip to content" }).press("Enter")
  await expect(page).toHaveURL(/#content$/)
  await page.context().setOffline(false)
  await link.click()
  await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible()
})

test("offline an administrator's act stays too", async ({ admin, user, openOnNewDevice }) => {
  const page = await openOnNewDevice(admin, { path: `/admin/users/${user.id}` })
  await page.context().setOffline(true)
  const disable = page.getByRole("button", { name: "Disable account" })
  await expectNotSent(page, () => confirm(disable, /./))
  await page.context().setOffline(false)
  await confirm(disable, /./)
  await expect(page.getByText("Account disabled.")).toBeVisible()
})

test("where the answer is lost the page says that it does not know what was done", async ({
  user,
  issueTo,
  openOnNewDevice,
  database,
}) => {
  await issueTo(user, firefox)
  const page = await openOnNewDevice(user)
  await page.route("**", async (route) => {
    if (route.request().method() !== "POST") return route.continue()
    await route.fetch()
    await route.abort()
  })
  await confirm(page.getByRole("button", { name: "Log out other devices (1)" }), /./)
  await expect(page.getByText("so we don't know whether it was done. Reload to see.")).toBeVisible()
  const ended = (await database.sessionsOf(user.id)).filter((row) => row.revokedAt)
  expect(ended).toHaveLength(1)

  await page.getByRole("button", { name: "Reload" }).click()
  await expect(page.getByRole("button", { name: "Log out other devices (0)" })).toBeVisible()
})
