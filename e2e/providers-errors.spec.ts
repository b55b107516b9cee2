import { connect, continueWithProvider, logInAtProvider, newIdentity } from "./at-provider"
import { expect, type Page, test } from "./fixtures"

const didNotWork = "That log-in did not work. Try again."

/** Sends the browser elsewhere whenever it is on its way to such an address. */
async function tamper(page: Page, on: RegExp, change: (query: URLSearchParams) => void) {
  await page.route(on, (route) => {
    const url = new URL(route.request().url())
    const asked = url.href
    change(url.searchParams)
    if (url.href === asked) return route.continue()
    return route.fulfill({ status: 302, headers: { Location: url.href } })
  })
}

const callback = /\/api\/auth\/callback\/oidc/

test.describe("ends at the log-in page with a sentence, and with no session:", () => {
  test.afterEach(async ({ user, database }) => {
    expect(await database.sessionsOf(user.id)).toEqual([])
  })

  test("a person who turns back at the provider", async ({ newDevice }) => {
    const page = await newDevice()
    await continueWithProvider(page)
    await page.getByRole("button", { name: "Cancel" }).click()
    await expectRefusal(page)
    await expect(page.getByText("cancelled")).toHaveCount(0)
  })

  for (const [what, on, change] of [
    ["a state that is not ours", callback, (query) => query.set("state", "forged")],
    ["an answer without a state", callback, (query) => query.delete("state")],
    ["a code that the provider never gave", callback, (query) => query.set("code", "forged")],
    [
      "an answer in the name of another provider",
      callback,
      (query) => query.set("iss", "http://x"),
    ],
    ["an answer without anything", callback, (query) => clear(query)],
    [
      "an identity token made for another log-in",
      /127\.0\.0\.1:\d+\/auth\?/,
      (query) => query.set("nonce", "forged"),
    ],
    [
      "a code made for another browser",
      /127\.0\.0\.1:\d+\/auth\?/,
      (query) => query.set("code_challenge", "A".repeat(43)),
    ],
  ] as const satisfies readonly Tampering[]) {
    test(what, async ({ user, database, newDevice }) => {
      const identity = newIdentity()
      await connect(database, user, identity)
      const page = await newDevice()
      await tamper(page, on, change)

      await continueWithProvider(page)
      await logInAtProvider(page, identity)
      await expectRefusal(page)
    })
  }

  test("a browser that lost its cookies on the way", async ({ user, database, newDevice }) => {
    const identity = newIdentity()
    await connect(database, user, identity)
    const page = await newDevice()
    await continueWithProvider(page)
    await page.context().clearCookies({ name: /authjs/ })
    await logInAtProvider(page, identity)
    await expectRefusal(page)
  })
})

test("a code works once", async ({ user, database, newDevice }) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const page = await newDevice()
  await page.route(callback, async (route) => {
    const headers = await route.request().allHeaders()
    const first = await fetch(route.request().url(), {
      headers: { cookie: headers.cookie ?? "" },
      redirect: "manual",
    })
    expect(first.headers.getSetCookie().join()).toContain("__Host-loe-session=")
    await route.continue()
  })

  await continueWithProvider(page)
  await logInAtProvider(page, identity)
  await expectRefusal(page)
  expect(await database.sessionsOf(user.id)).toHaveLength(1)
})

type Tampering = readonly [string, RegExp, (query: URLSearchParams) => void]

function clear(query: URLSearchParams) {
  for (const name of [...query.keys()]) query.delete(name)
}

async function expectRefusal(page: Page) {
  await expect(page).toHaveURL(/\/login\?error=/)
  await expect(page.getByText(didNotWork)).toBeVisible()
  await expect(page.getByRole("heading", { name: "Log in to your account" })).toBeVisible()
}
