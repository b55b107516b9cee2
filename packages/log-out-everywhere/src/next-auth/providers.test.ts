import type { Profile } from "next-auth"
import { expect, test } from "vitest"
import { cookieName, givenApp, providerOf } from "./under-test/door-under-test.ts"

const stranger: Profile = { sub: "7", name: "Cleo", email: "cleo@example.com" }

/** An app with a provider, and what the provider will say. */
function given(said: Profile, change: Parameters<typeof givenApp>[0] = {}) {
  let profile = said
  const provider = providerOf(() => profile)
  const isVerified = (_: unknown, { email_verified }: Profile) => email_verified === true
  const app = givenApp({ providers: [provider], isVerified, ...change })
  return {
    ...app,
    says(next: Profile) {
      profile = next
    },
  }
}

test("a stranger whose address the provider vouches for gets an account and a session", async () => {
  const { newBrowser, app, loe } = given({ ...stranger, email_verified: true })
  const browser = newBrowser()
  await browser.logInElsewhere()
  expect(await browser.sees()).toBe("Cleo")
  const kept = browser.jar.get(cookieName) ?? ""
  const resumed = await loe.resume("session", kept, { touch: false })
  expect(resumed).toMatchObject({ ok: true, value: { token: { method: "elsewhere" } } })
  expect(app.accounts.size).toBe(1)
})

test("a session says from which session at the provider it came", async () => {
  const issuer = "https://elsewhere.example"
  const { newBrowser, loe } = given({ ...stranger, email_verified: true, iss: issuer, sid: "s-1" })
  const browser = newBrowser()
  await browser.logInElsewhere()
  const secret = browser.jar.get(cookieName) ?? ""
  const resumed = await loe.resume("session", secret, { touch: false })
  expect(resumed.ok && resumed.value.token.provider).toEqual({ issuer, sid: "s-1" })
})

test.each([false, undefined, "true"])(
  "a stranger whose email_verified is %j gets neither",
  async (said) => {
    const verified = { email_verified: said as boolean }
    const { newBrowser, app } = given({ ...stranger, ...verified })
    const browser = newBrowser()
    const { location } = await browser.logInElsewhere()
    expect(location).toBe("https://app.example/login?error=unverified_address")
    expect([await browser.sees(), app.accounts.size, app.people.size]).toEqual([null, 0, 2])
  },
)

test("a person whose account is linked logs in, whatever is said of the address", async () => {
  const { newBrowser, app } = given(stranger)
  app.accounts.set("elsewhere 7", "ann")
  const browser = newBrowser()
  await browser.logInElsewhere()
  expect(await browser.sees()).toBe("ann")
})

test("an address that has an account is linked to nobody by a log-in, be they logged in or not", async () => {
  const { newBrowser, app } = given({ ...stranger, email: "ann@example.com", email_verified: true })
  app.accounts.set("elsewhere 8", "ann")
  const browser = newBrowser()
  const { location } = await browser.logInElsewhere()
  expect(location).toContain("error=OAuthAccountNotLinked")
  expect(app.accounts.size).toBe(1)
})

test("a provider's log-in in a browser that is logged in starts a session of its own, and links nothing", async () => {
  const { newBrowser, app, says } = given(stranger)
  app.accounts.set("elsewhere 7", "ann")
  app.accounts.set("elsewhere 8", "bob")
  const browser = newBrowser()
  await browser.logInElsewhere()
  const first = browser.jar.get(cookieName)
  await browser.logInElsewhere()
  expect(browser.jar.get(cookieName)).not.toBe(first)
  says({ ...stranger, sub: "8" })
  await browser.logInElsewhere()
  expect([await browser.sees(), app.accounts.size]).toEqual(["bob", 2])
})

test("a provider's log-in that is overtaken is refused on the log-in page, and gives no cookie", async () => {
  const { newBrowser, app, loe } = given(stranger, {
    callbacks: {
      async signIn({ user }) {
        await loe.logOutEverywhere(String(user.id))
        return true
      },
    },
  })
  app.accounts.set("elsewhere 7", "ann")
  const browser = newBrowser()
  const { location } = await browser.logInElsewhere()
  expect(location).toBe("https://app.example/login?error=changed_meanwhile")
  expect(browser.jar.has(cookieName)).toBe(false)
})

test("a stranger whose account cannot be linked is not left behind without a way in", async () => {
  const { newBrowser, app } = given({ ...stranger, email_verified: true })
  app.isFull = true
  await newBrowser().logInElsewhere()
  expect(app.people.size).toBe(2)

  app.isFull = false
  const browser = newBrowser()
  await browser.logInElsewhere()
  expect(await browser.sees()).toBe("Cleo")
})
