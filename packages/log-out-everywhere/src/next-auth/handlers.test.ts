import { encode } from "next-auth/jwt"
import { expect, test } from "vitest"
import { hashSecret } from "../core/secret.ts"
import { cookieName, givenApp, secret } from "./under-test/door-under-test.ts"

test("a log-in by password, with authorize as it was, makes a row", async () => {
  const { newBrowser, database } = givenApp()
  const browser = newBrowser()
  const { setCookies } = await browser.logIn("ann")

  expect(await browser.sees()).toBe("ann")
  const kept = browser.jar.get(cookieName) ?? ""
  expect((await database.tokens.findByHash(hashSecret(kept)))?.token).toMatchObject({
    ...{ purpose: "session", userId: "ann", method: "password" },
    device: { address: null, userAgent: expect.stringContaining("Firefox") },
  })
  const own = setCookies.filter((line) => line.startsWith(cookieName))
  expect(own).toEqual([`${cookieName}=${kept}; Path=/; HttpOnly; SameSite=Lax; Secure`])
})

test("the session endpoint shows neither the secret nor the hash, and writes no session cookie", async () => {
  const { newBrowser } = givenApp({
    callbacks: {
      session({ session, user }) {
        session.user.id = user.id
        return session
      },
    },
  })
  const browser = newBrowser()
  await browser.logIn("ann")
  const { body, setCookies } = await browser.ask("session")
  expect(JSON.parse(body)).toEqual({
    userId: "ann",
    expires: expect.stringMatching(/^20/),
    user: { id: "ann", name: "ann", email: "ann@example.com", image: null },
  })
  expect(body).not.toContain(browser.jar.get(cookieName))
  expect(setCookies.join()).not.toContain(cookieName)
})

test("a session callback is given the role and the columns that the store reads", async () => {
  const { newBrowser } = givenApp({
    callbacks: {
      session: ({ session, user }) => ({ ...session, user: { ...session.user, ...user } }),
    },
  })
  const browser = newBrowser()
  await browser.logIn("ann")
  const { user } = JSON.parse((await browser.ask("session")).body)
  expect(user).toMatchObject({ name: "ann", plan: "pro", role: "user" })
  expect(user).not.toHaveProperty("passwordHash")
})

test("a person of whom the store reads all that is shown is not asked for again", async () => {
  const { newBrowser, app, database } = givenApp()
  const browser = newBrowser()
  await browser.logIn("ann")
  const columns = { name: "Ann", email: "ann@example.com", image: null }
  Object.assign(database.tokens.owners.get("ann") ?? {}, columns)
  app.people.clear()
  expect(JSON.parse((await browser.ask("session")).body).user).toEqual({ id: "ann", ...columns })
})

test("log out everywhere ends every browser, and a dead cookie that comes back is not deleted", async () => {
  const { newBrowser, loe } = givenApp()
  const [laptop, phone, his] = [newBrowser(), newBrowser(), newBrowser()]
  for (const hers of [laptop, phone]) await hers.logIn("ann")
  await his.logIn("bob")
  expect([await laptop.sees(), await phone.sees()]).toEqual(["ann", "ann"])

  await loe.logOutEverywhere("ann")

  expect([await laptop.sees(), await phone.sees(), await his.sees()]).toEqual([null, null, "bob"])
  const { setCookies } = await laptop.ask("session")
  expect(setCookies).toEqual([])
  expect(laptop.jar.has(cookieName)).toBe(true)
})

test("log out ends the row, and takes the cookie", async () => {
  const { newBrowser, loe } = givenApp()
  const browser = newBrowser()
  await browser.logIn("ann")
  const kept = browser.jar.get(cookieName) ?? ""
  await browser.post("signout")
  expect(browser.jar.has(cookieName)).toBe(false)
  expect(await loe.resume("session", kept, { touch: false })).toMatchObject({ failure: "revoked" })
})

test("a log-in ends the session that the browser had, whoever it belonged to", async () => {
  const { newBrowser, database } = givenApp()
  const browser = newBrowser()
  await browser.logIn("bob")
  const kept = browser.jar.get(cookieName) ?? ""
  await browser.logIn("ann")
  expect(await browser.sees()).toBe("ann")
  const found = await database.tokens.findByHash(hashSecret(kept))
  expect(found?.token.revocation?.reason).toBe("replaced")
})

test("a wrong password opens nothing, and leaves the session that the browser had", async () => {
  const { newBrowser } = givenApp()
  const browser = newBrowser()
  await browser.logIn("bob")
  const { location } = await browser.logIn("ann", "wrong")
  expect(location).toContain("/login?error=CredentialsSignin")
  expect(await browser.sees()).toBe("bob")
})

test.each(["session", "signout", "callback/credentials"])(
  "while the store is down, %s is the server's fault and takes no cookie",
  async (path) => {
    const { newBrowser, database } = givenApp()
    const browser = newBrowser()
    await browser.logIn("ann")
    const { findByHash, mark } = database.tokens
    const down = async () => Promise.reject(new Error("The store is down."))
    Object.assign(database.tokens, { findByHash: down, mark: down })

    const fields = { email: "ann@example.com", password: "ann's" }
    const asked = path === "session" ? browser.ask(path) : browser.post(path, fields)
    expect((await asked).status).toBe(503)
    expect(browser.jar.has(cookieName)).toBe(true)

    Object.assign(database.tokens, { findByHash, mark })
    expect(await browser.sees()).toBe("ann")
  },
)

test("the JWTs of before go at first sight, each piece of a long one, and no other app's", async () => {
  const { newBrowser } = givenApp()
  const browser = newBrowser()
  const sealed = (salt: string, by: string) =>
    encode({ token: { sub: "ann", long: "x".repeat(5_000) }, secret: by, salt })
  const long = await sealed("__Secure-authjs.session-token", secret)
  browser.jar.set("__Secure-authjs.session-token.1", long.slice(3_000))
  browser.jar.set("__Secure-authjs.session-token.0", long.slice(0, 3_000))
  browser.jar.set("authjs.session-token", await sealed("authjs.session-token", "another app's"))

  expect(await browser.sees()).toBe(null)
  expect([...browser.jar.keys()].filter((name) => name.includes("session"))).toEqual([
    "authjs.session-token",
  ])
  await browser.logIn("ann")
  expect(await browser.sees()).toBe("ann")
})
