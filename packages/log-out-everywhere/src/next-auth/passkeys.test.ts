import type { AdapterAccount, AdapterAuthenticator } from "next-auth/adapters"
import Credentials from "next-auth/providers/credentials"
import { expect, test, vi } from "vitest"
import { options } from "../acts/facade-under-test.ts"
import { logOutEverywhere } from "../acts/log-out-everywhere.ts"
import { defineAuthentication } from "../core/authentication.ts"
import { memoryDatabase } from "../testing/memory-database.ts"
import type { DoorConfig } from "./door.ts"
import { NextAuth } from "./next-auth.ts"
import { cookieName, newBrowser, secret, site } from "./under-test/door-under-test.ts"
import { PeopleAdapter } from "./under-test/people-under-test.ts"

/** An adapter that is a class of a class, with what passkeys ask beside. */
class PasskeyAdapter extends PeopleAdapter {
  readonly #authenticators = new Map<string, AdapterAuthenticator>()

  async getAccount(providerAccountId: string, provider: string): Promise<AdapterAccount | null> {
    const userId = this.accounts.get(`${provider} ${providerAccountId}`)
    return userId ? { userId, provider, providerAccountId, type: "webauthn" } : null
  }

  async getAuthenticator(credentialId: string) {
    return this.#authenticators.get(credentialId) ?? null
  }

  async createAuthenticator(authenticator: AdapterAuthenticator) {
    this.#authenticators.set(authenticator.credentialID, authenticator)
    return authenticator
  }

  async listAuthenticatorsByUserId(userId: string) {
    return [...this.#authenticators.values()].filter((each) => each.userId === userId)
  }

  async updateAuthenticatorCounter(credentialId: string, counter: number) {
    const authenticator = this.#authenticators.get(credentialId)
    if (!authenticator) throw new Error("There is no such passkey.")
    return this.createAuthenticator({ ...authenticator, counter })
  }
}

const key = new TextEncoder().encode("a passkey")
const info = { counter: 0, credentialID: key, credentialPublicKey: key }
/** The browser's part, and the mathematics. */
const passkey = {
  ...{ id: "passkey", name: "Passkey", type: "webauthn", formFields: {}, timeout: 60_000 },
  getUserInfo: async () => null,
  getRelayingParty: () => ({ id: "app.example", name: "App", origin: site }),
  simpleWebAuthn: {
    generateRegistrationOptions: vi.fn(async () => ({ challenge: "c" })),
    generateAuthenticationOptions: vi.fn(async () => ({ challenge: "c" })),
    verifyRegistrationResponse: async () => ({
      verified: true,
      registrationInfo: {
        ...info,
        credentialBackedUp: false,
        credentialDeviceType: "singleDevice",
      },
    }),
    verifyAuthenticationResponse: async () => ({
      verified: true,
      authenticationInfo: { newCounter: 1 },
    }),
  },
} as unknown as DoorConfig["providers"][number]

function given() {
  const store = memoryDatabase()
  const adapter = new PasskeyAdapter(store)
  for (const name of ["ann", "bob"]) adapter.add(name)
  const loe = logOutEverywhere({ authentication: defineAuthentication(options), store })
  const { handlers } = NextAuth(loe, {
    ...{ adapter, secret, trustHost: true, useSecureCookies: true },
    experimental: { enableWebAuthn: true },
    providers: [
      passkey,
      Credentials({
        credentials: { email: {} },
        authorize: ({ email }) => adapter.getUserByEmail(String(email)),
      }),
    ],
    logger: { error() {}, warn() {} },
  })
  const data = JSON.stringify({ id: Buffer.from(key).toString("base64"), response: {} })
  return {
    adapter,
    loe,
    newBrowser() {
      const browser = newBrowser(handlers)
      return {
        ...browser,
        async use(action: "register" | "authenticate") {
          await browser.ask(`webauthn-options/passkey?action=${action}`)
          return browser.post("callback/passkey", { action, data })
        },
      }
    },
  }
}

test("a person who is logged in registers a passkey, in the session that they have", async () => {
  const { adapter, newBrowser } = given()
  const browser = newBrowser()
  await browser.logIn("ann")
  const kept = browser.jar.get(cookieName)
  await browser.use("register")
  expect([...adapter.accounts.values()]).toEqual(["ann"])
  expect(browser.jar.get(cookieName)).toBe(kept)
  expect(await browser.sees()).toBe("ann")
})

test("a passkey logs in, whoever was logged in there, and ends with log out everywhere", async () => {
  const { loe, newBrowser } = given()
  const [laptop, phone] = [newBrowser(), newBrowser()]
  await laptop.logIn("ann")
  await laptop.use("register")

  await phone.logIn("bob")
  await phone.use("authenticate")
  expect(await phone.sees()).toBe("ann")
  const kept = phone.jar.get(cookieName) ?? ""
  const resumed = await loe.resume("session", kept, { touch: false })
  expect(resumed).toMatchObject({ ok: true, value: { token: { method: "passkey" } } })

  await loe.logOutEverywhere("ann")
  expect([await laptop.sees(), await phone.sees()]).toEqual([null, null])
})
