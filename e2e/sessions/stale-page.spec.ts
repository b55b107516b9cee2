import { confirm } from "@/e2e/support/acts"
import { firefox } from "@/e2e/support/devices"
import { expect, type Page, type Person, test } from "@/e2e/support/fixtures"
import { deafen } from "@/e2e/support/listening"
import { logIn } from "@/e2e/support/log-in"
import { accountPages } from "@/lib/names/account-pages"
import { HttpClient } from "@/test/http/http-client"
import { actingForms } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"

/** Another person logs in in another tab of this browser, which the tabs that are open do not notice. */
async function logInBeside(page: Page, person: Person) {
  const tab = await page.context().newPage()
  await logIn(tab, person)
  await expect(tab.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
  await tab.close()
}

async function expectRefused(page: Page, one: Person, two: Person) {
  await expect(page.getByRole("heading", { name: "This page is out of date" })).toBeVisible()
  await expect(page.getByText("Nothing was done.")).toHaveText(
    `You're logged in as ${two.email} in this browser. Nothing was done.`,
  )
  await expect(page.getByText(one.name)).toHaveCount(0)
  await page.getByRole("link", { name: "Reload the page" }).click()
  await expect(page.getByRole("banner")).toContainText(two.name)
  await expect(page.getByRole("banner")).not.toContainText(one.name)
}

type Act = (page: Page, two: Person) => Promise<void>

const newPassword = "seven quiet herons wade"
const button = (page: Page, name: string) => page.getByRole("button", { name })

const acts: readonly (readonly [where: string, act: Act])[] = [
  [accountPages.sessions, (page) => confirm(button(page, "Log out everywhere"), /Log out/)],
  [accountPages.sessions, (page) => confirm(button(page, "Log out other devices"), /Log out/)],
  [
    accountPages.email,
    async (page) => {
      await page.getByLabel("New email").fill("three@example.com")
      await button(page, "Change email").click()
    },
  ],
  [
    accountPages.apiTokens,
    async (page) => {
      await page.getByLabel("Name", { exact: true }).fill("backup")
      await button(page, "Create API token").click()
    },
  ],
  [
    accountPages.password,
    async (page, two) => {
      await page.getByLabel("Current password").fill(two.password)
      await page.getByLabel("New password", { exact: true }).fill(newPassword)
      await page.getByLabel("Confirm new password").fill(newPassword)
      await button(page, "Change password").click()
    },
  ],
  [accountPages.history, (page) => page.getByRole("banner").getByRole("button").click()],
  [accountPages.account, (page) => button(page, "Dark").click()],
]

test("a tab of one person does nothing as the other who has logged in since, and says so", async ({
  user: one,
  newPerson,
  openOnNewDevice,
  issueTo,
  database,
}) => {
  // Each act has its own tab.
  test.slow()
  const two = await newPerson()
  for (const person of [one, two]) await issueTo(person, firefox)
  const first = await deafen(await openOnNewDevice(one))
  const tabs = await Promise.all(
    acts.map(async ([where, act]) => {
      const page = await first.context().newPage()
      await page.goto(where)
      return { page, act }
    }),
  )
  await logInBeside(first, two)
  const before = await database.everythingOf(two.id)

  for (const { page, act } of tabs) {
    await act(page, two)
    await expectRefused(page, one, two)
  }
  expect(await database.everythingOf(two.id)).toEqual(before)
})

for (const javaScriptEnabled of [true, false]) {
  test(`an administrator's tab does nothing as the other administrator ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    admin: one,
    newPerson,
    user: victim,
    openOnNewDevice,
    database,
  }) => {
    const two = await newPerson("admin")
    const path = `/admin/users/${victim.id}`
    const opened = await openOnNewDevice(one, { path, javaScriptEnabled })
    const page = javaScriptEnabled ? await deafen(opened) : opened
    await logInBeside(page, two)
    const before = await database.everythingOf(victim.id)

    const button = page.getByRole("button", { name: "Disable account" })
    if (javaScriptEnabled) await confirm(button, /Disable/)
    else await button.click()
    await expectRefused(page, one, two)
    await expect(page).toHaveURL(path)
    expect(await database.everythingOf(victim.id)).toEqual(before)
  })
}

test("no form of any page acts for another than it was rendered for", async ({
  admin: one,
  newPerson,
  user,
  issueTo,
  address,
  database,
}) => {
  const two = await newPerson("admin")
  await issueTo(user)
  const browser = new HttpClient(address)
  const secrets = { one: await issueTo(one), two: await issueTo(two) }
  const pages = [
    ...Object.values(accountPages),
    ...["/admin/sessions", "/admin/users/new", `/admin/users/${user.id}`],
    ...["/log-out", "/login", "/forgot-password", "/magic-link"],
  ]
  const before = await database.everythingOf(user.id, two.id)
  let sent = 0
  for (const path of pages) {
    for (const seenBy of ["one", "no one"] as const) {
      browser.cookies.delete(sessionCookieName)
      if (seenBy === "one") browser.cookies.set(sessionCookieName, secrets.one)
      const { body } = await browser.ask(path)
      browser.cookies.set(sessionCookieName, secrets.two)
      for (const form of actingForms(body, path)) {
        expect([...form.body.keys()], path).toContain("renderedFor")
        const { status, location } = await browser.ask(form.path, {
          method: "POST",
          body: form.body,
        })
        expect({ status, location }).toMatchObject({
          status: 303,
          location: expect.stringMatching(/^\/stale-page\?/),
        })
        sent++
      }
    }
  }
  expect(sent).toBeGreaterThan(25)
  expect(await database.everythingOf(user.id, two.id)).toEqual(before)
})

test("a page of one person becomes the other's once the person looks at it, or goes on in it, and never names both", async ({
  user: one,
  newPerson,
  openOnNewDevice,
  newDevice,
}) => {
  const two = await newPerson()
  const page = await deafen(await openOnNewDevice(one))
  const looking = await page.context().newPage()
  await looking.goto("/account/history")
  const mixed: string[] = []
  await page.exposeFunction("tellOfMixture", (text: string) => mixed.push(text))
  await page.evaluate(
    ([name, email]) => {
      const tell = Reflect.get(window, "tellOfMixture")
      new MutationObserver(() => {
        const header = document.querySelector("header")?.textContent ?? ""
        const main = document.querySelector("main")?.textContent ?? ""
        if (header.includes(name) && main.includes(email)) tell(`${header} ${main}`)
      }).observe(document, { subtree: true, childList: true, characterData: true })
    },
    [one.name, two.email] as const,
  )
  await logInBeside(page, two)

  await expect(looking.getByRole("banner")).toContainText(one.name)
  await looking.evaluate(() => window.dispatchEvent(new Event("focus")))
  await expect(looking.getByRole("banner")).toContainText(two.name)

  await page.getByRole("banner").getByRole("link", { name: "Security" }).click()
  await expect(page.getByRole("banner")).toContainText(two.name)
  await expect(page.getByRole("main")).toContainText(two.email)
  expect(mixed).toEqual([])

  const stranger = await newDevice()
  await stranger.goto("/login")
  await logInBeside(stranger, two)
  await stranger.evaluate(() => window.dispatchEvent(new Event("focus")))
  await expect(stranger.getByText(two.email)).toBeVisible()
})
