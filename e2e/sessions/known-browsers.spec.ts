import { confirm, expectOutcome } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { HttpClient } from "@/test/http/http-client"
import { secretOf } from "@/test/http/session-cookie"

const browserCookieName = "__Host-loe-device"

test("back after the owner has logged out everywhere, a thief's browser is a stranger, and the owner is mailed", async ({
  user,
  address,
  mailboxes,
}) => {
  const [own, thief] = [new HttpClient(address), new HttpClient(address)]
  const mailed = async () =>
    (await mailboxes.kindsTo(user.email)).filter((kind) => kind === "new_device").length
  // The very first log-in of an account is told to nobody.
  await own.logIn(user)
  await thief.logIn(user)
  expect(await mailed()).toBe(1)

  await thief.logIn(user)
  await own.logIn(user)
  expect(await mailed()).toBe(1)

  const fromOwnPage = { "Sec-Fetch-Site": "same-origin", "Rendered-For": user.id }
  expect(await own.post("/api/v1/log-out-everywhere", {}, fromOwnPage)).toMatchObject({
    status: 200,
  })
  expect(await thief.isLoggedIn()).toBe(false)
  await thief.logIn(user)
  expect(await thief.isLoggedIn()).toBe(true)
  expect(await mailed()).toBe(2)
})

test("a copy of what a browser is known by is worth nothing after the owner's next log-in", async ({
  user,
  address,
  mailboxes,
}) => {
  const [own, copy] = [new HttpClient(address), new HttpClient(address)]
  await own.logIn(user)
  copy.cookies.set(browserCookieName, own.cookies.get(browserCookieName) ?? "")
  await own.logIn(user)
  expect(await mailboxes.kindsTo(user.email)).not.toContain("new_device")
  await copy.logIn(user)
  expect(await mailboxes.kindsTo(user.email)).toContain("new_device")
})

test("several people are known in one browser, and none of them by another's secret", async ({
  newPerson,
  address,
  mailboxes,
}) => {
  const people = await Promise.all([newPerson(), newPerson(), newPerson()])
  const browser = new HttpClient(address)
  for (const round of [1, 2]) {
    for (const person of people) await browser.logIn(person)
    expect(browser.cookies.get(browserCookieName)?.split(".")).toHaveLength(3)
    expect(round).toBeGreaterThan(0)
  }
  for (const { email } of people) expect(await mailboxes.kindsTo(email)).not.toContain("new_device")
})

test("a browser that is forgotten is logged out, and new again", async ({
  user,
  logInOnNewDevice,
  mailboxes,
}) => {
  const other = await logInOnNewDevice(user, firefox)
  const page = await logInOnNewDevice(user)
  await page.goto(accountPages.browsers)
  const known = page.getByRole("main")
  await expect(known.getByText("This browser", { exact: true })).toHaveCount(1)
  expect(await mailboxes.kindsTo(user.email)).toEqual(["new_device"])

  await confirm(known.getByRole("button", { name: /^Forget Firefox/ }), /^Forget Firefox/)
  await expectOutcome(page, / was forgotten and logged out\.$/)
  await expect(known.getByRole("button", { name: /^Forget Firefox/ })).toHaveCount(0)
  await expect(other).toHaveURL(/\/login/)

  const here = await secretOf(page)
  await confirm(known.getByRole("button", { name: /^Forget / }), /^Forget /)
  await expectOutcome(page, / was forgotten\.$/)
  expect(await secretOf(page)).toBe(here)
  await page.reload()
  await expect(page.getByRole("heading", { level: 1, name: "Known browsers" })).toBeVisible()
})
