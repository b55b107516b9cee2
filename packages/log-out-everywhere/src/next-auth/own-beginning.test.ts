/** An app that begins sessions in a transaction that it has itself. */
import { expect, test } from "vitest"
import { fail } from "../core/result.ts"
import type { LogIn } from "./door.ts"
import { cookieName, givenApp } from "./under-test/door-under-test.ts"

test("an app's own beginning is given the mark, the session that is replaced, and what NextAuth knows", async () => {
  const asked: LogIn[] = []
  const { newBrowser, loe } = givenApp({
    isRemembered: (_, credentials) => credentials?.remember === "on",
    startSession(logIn) {
      asked.push(logIn)
      return loe.issue(logIn)
    },
  })
  const browser = newBrowser()
  await browser.logIn("ann")
  const before = browser.jar.get(cookieName)
  await browser.post("callback/credentials", {
    ...{ email: "bob@example.com", password: "bob's" },
    ...{ remember: "on", returning: "on" },
  })

  expect(await browser.sees()).toBe("bob")
  expect(asked).toMatchObject([
    { userId: "ann", replaces: null, isRemembered: false },
    {
      ...{ userId: "bob", method: "password", replaces: before, isRemembered: true },
      mark: expect.anything(),
      arrival: { user: { id: "bob", plan: "pro" }, credentials: { returning: "on" } },
    },
  ])
  const replaced = await loe.resume("session", before ?? "", { touch: false })
  expect(replaced).toEqual(fail("revoked"))
})

test("what it refuses is refused by name, and the browser keeps the session that it had", async () => {
  let isRefusing = false
  const { newBrowser, loe } = givenApp({
    startSession: async (logIn) => (isRefusing ? fail("too_many_sessions") : loe.issue(logIn)),
  })
  const browser = newBrowser()
  await browser.logIn("ann")
  isRefusing = true
  const { location } = await browser.logIn("bob")
  expect(location).toContain("code=too_many_sessions")
  expect(await browser.sees()).toBe("ann")
})

test("an error in it is an outage, and no log-out", async () => {
  let isDown = false
  const { newBrowser, loe } = givenApp({
    async startSession(logIn) {
      if (isDown) throw new Error("The app's tables are down.")
      return loe.issue(logIn)
    },
  })
  const browser = newBrowser()
  await browser.logIn("ann")
  isDown = true
  expect((await browser.logIn("bob")).status).toBe(503)
  expect(await browser.sees()).toBe("ann")
})

test("a log-out with a secret from before a rotation leaves the cookie, which may hold the new one", async () => {
  const { newBrowser, loe } = givenApp()
  const browser = newBrowser()
  await browser.logIn("ann")
  const old = browser.jar.get(cookieName) ?? ""
  const resumed = await loe.resume("session", old, { touch: false })
  if (!resumed.ok) throw new Error(resumed.failure)
  const rotated = await loe.rotate(resumed.value.token, old)
  const { setCookies } = await browser.post("signout")
  expect(setCookies.join()).not.toContain(cookieName)

  browser.jar.set(cookieName, rotated.ok ? rotated.value : "")
  expect(await browser.sees()).toBe("ann")
  const { setCookies: last } = await browser.post("signout")
  expect(last.join()).toContain(`${cookieName}=;`)
  expect(await browser.sees()).toBe(null)
})
