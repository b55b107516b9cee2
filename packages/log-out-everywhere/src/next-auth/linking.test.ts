import { NextRequest } from "next/server.js"
import { AuthError } from "next-auth"
import { beforeEach, expect, test, vi } from "vitest"
import { cookieName, givenApp, providerOf, site } from "./under-test/door-under-test.ts"
import { next, redirected, sentHeaders, startAgain } from "./under-test/next-under-test.ts"

vi.mock(
  "next/headers.js",
  async () => (await import("./under-test/next-under-test.ts")).nextHeaders,
)

beforeEach(startAgain)

/** Ann, logged in, and a provider's account that nobody has. */
async function given() {
  const app = givenApp({
    providers: [
      ...givenApp().config.providers,
      providerOf(() => ({ sub: "7", email: "x@y.example" })),
    ],
    isVerified: () => false,
  })
  await app.door.signIn("credentials", {
    email: "ann@example.com",
    password: "ann's",
    redirect: false,
  })
  return {
    ...app,
    async goByLink() {
      const url = new URL(await redirected(app.door.link("elsewhere", { redirectTo: "/account" })))
      return url.searchParams.get("state") ?? ""
    },
    async comeBack(state: string) {
      const path = `/api/auth/callback/elsewhere?${new URLSearchParams({ code: "x", state })}`
      const answer = await app.door.handlers.GET(
        new NextRequest(site + path, { headers: sentHeaders() }),
      )
      return { to: answer.headers.get("Location"), setCookies: answer.headers.getSetCookie() }
    },
  }
}

test("link links the account that a person comes back with, and their session stays as it was", async () => {
  const { app, goByLink, comeBack } = await given()
  const { to, setCookies } = await comeBack(await goByLink())
  expect(to).toBe(`${site}/account`)
  expect(app.accounts.get("elsewhere 7")).toBe("ann")
  expect(setCookies.filter((line) => line.startsWith(cookieName))).toEqual([])
  expect(setCookies.join()).toContain("__Host-link-of-loe-session=; Path=/; Max-Age=0")
})

test("what ends the session ends the journey", async () => {
  const { app, loe, goByLink, comeBack } = await given()
  const state = await goByLink()
  await loe.logOutEverywhere("ann")
  const { to } = await comeBack(state)
  expect(to).toBe("/login?error=session_ended")
  expect([app.accounts.size, app.people.size]).toEqual([0, 2])
})

test("a journey is good for one session, and links nobody else", async () => {
  const { app, door, goByLink, comeBack } = await given()
  const state = await goByLink()
  await door.signIn("credentials", { email: "bob@example.com", password: "bob's", redirect: false })
  await comeBack(state)
  expect(app.accounts.size).toBe(0)
})

test("a log-in forgets a journey from which nobody came back", async () => {
  const { app, door, goByLink, newBrowser } = await given()
  await goByLink()
  await door.signIn("credentials", {
    ...{ email: "ann@example.com", password: "ann's", redirect: false },
  })
  expect([...next.jar.keys()].filter((name) => name.includes("link-of"))).toEqual([])

  await goByLink()
  app.accounts.set("elsewhere 7", "bob")
  const browser = newBrowser()
  for (const [name, value] of next.jar) browser.jar.set(name, value)
  await browser.logInElsewhere()
  expect(await browser.sees()).toBe("bob")
})

test("nobody who is not logged in links anything", async () => {
  const { door } = await given()
  next.jar.clear()
  await expect(door.link("elsewhere")).rejects.toThrow(AuthError)
})
