import { expect, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { words } from "@/lib/texts/words"
import { HttpClient } from "@/test/http/http-client"
import { secretOf, sessionCookieName } from "@/test/http/session-cookie"

test("a session cookie that somebody planted is not adopted by the log-in", async ({
  user,
  newPerson,
  issueTo,
  newDevice,
  askWith,
}) => {
  const planted = [await issueTo(await newPerson()), "A".repeat(43)]
  for (const secret of planted) {
    const page = await newDevice()
    const cookie = { name: sessionCookieName, value: secret, secure: true, httpOnly: true }
    await page.context().addCookies([{ ...cookie, url: "https://localhost/" }])
    await page.goto("/login")
    await logIn(page, user)
    await expect(page.getByText(words("security")("intro", { email: user.email }))).toBeVisible()

    expect(await secretOf(page)).not.toBe(secret)
    expect(await askWith(secret)("/account/security")).toMatchObject({ status: 307 })
  }
})

test("cookies whose names begin like the session's do not join it", async ({ user, address }) => {
  const client = new HttpClient(address)
  await client.logIn(user)
  client.cookies.set(`${sessionCookieName}.0`, "x")
  client.cookies.set(`${sessionCookieName}.1`, "y")
  expect(await client.ask("/account/security")).toMatchObject({ status: 200 })
  expect(await client.isLoggedIn()).toBe(true)
  await client.post("/api/log-out", { renderedFor: user.id })
  expect(await client.ask("/account/security")).toMatchObject({ status: 307 })
})

test("every cookie that the app sets is Secure, HttpOnly, Lax, of this host, and named so", async ({
  user,
  address,
}) => {
  const client = new HttpClient(address)
  const csrfToken = await client.csrfToken()
  const answers = [
    await new HttpClient(address).ask("/api/auth/csrf"),
    await client.post("/api/auth/signin/oidc", { csrfToken }),
    await client.logIn(user),
    await client.ask("/account/security"),
    await client.post("/api/auth/signout", { csrfToken: await client.csrfToken() }),
    await client.post("/api/log-out", { renderedFor: user.id }),
  ]
  const lines = answers.flatMap(({ setCookies }) => setCookies)
  const names = new Set(lines.map((line) => line.split("=")[0]))
  expect([...names].sort()).toEqual([
    "__Host-authjs.csrf-token",
    "__Host-loe-device",
    sessionCookieName,
    "__Secure-authjs.callback-url",
    "__Secure-authjs.nonce",
    "__Secure-authjs.pkce.code_verifier",
    "__Secure-authjs.state",
  ])
  for (const line of lines) {
    expect(line).toMatch(/^__(Host|Secure)-/)
    expect(line).toMatch(/; Path=\/(;|$)/)
    expect(line).toMatch(/; Secure(;|$)/)
    expect(line).toMatch(/; HttpOnly(;|$)/)
    expect(line).toMatch(/; SameSite=lax(;|$)/i)
    expect(line).not.toMatch(/; Domain=/i)
  }
})

test("a session secret is 256 random bits, and stands in no address", async ({ user, address }) => {
  const client = new HttpClient(address)
  const { location } = await client.logIn(user)
  const secret = client.cookies.get(sessionCookieName) ?? ""
  expect(Buffer.from(secret, "base64url")).toHaveLength(32)
  expect(location).not.toContain(secret)
})
