import { request } from "node:http"
import { expect, test } from "@/e2e/support/fixtures"
import { words } from "@/lib/texts/words"
import { HttpClient } from "@/test/http/http-client"

const actions = [
  "session",
  "providers",
  "csrf",
  "signin",
  "signin/oidc",
  "signin/credentials",
  "signin/nobody",
  "signout",
  "callback",
  "callback/credentials",
  "callback/oidc",
  "callback/email",
  "callback/nodemailer",
  "callback/nobody",
  "error",
  "verify-request",
  "webauthn-options",
  "webauthn-options/oidc",
  "callback/credentials/again",
  "%63allback/oidc",
  "callback%2Foidc",
  "__proto__",
  "constructor",
  "nonsense",
]

const bodies: readonly (readonly [string, string])[] = [
  ["application/json", "{"],
  ["application/json", "null"],
  ["application/json", '{"csrfToken":{},"email":["a"],"password":{"$ne":1},"callbackUrl":[]}'],
  ["application/json", '{"__proto__":{"admin":true},"email":"\\ud800","password":"\\u0000"}'],
  ["application/x-www-form-urlencoded", "email=%00&password=%FF&csrfToken[]=1&callbackUrl=%00"],
  ["multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\n"],
  ["multipart/form-data", "no boundary"],
  ["text/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"],
]

test("NextAuth's endpoints stand garbage: no failure of the server, nothing of its inside", async ({
  address,
}) => {
  const client = new HttpClient(address)
  for (const action of actions) {
    const asked = [
      ...["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"].map((method) => ({ method })),
      ...bodies.map(([type, body]) => ({
        method: "POST",
        body,
        headers: { "Content-Type": type },
      })),
    ].map((init) => client.ask(`/api/auth/${action}?error=%00&code=<b>`, init))

    for (const { status, body, setCookies } of await Promise.all(asked)) {
      expect(status, action).toBeLessThan(500)
      expect(body).not.toMatch(/node_modules|\bat \w+ \(|prisma|[a-z]Error: /i)
      expect(setCookies.join()).not.toContain("__Host-loe-session")
    }
  }
})

test("no link of NextAuth's e-mail provider is taken, on GET or POST", async ({
  user,
  issueTo,
  address,
  database,
}) => {
  const secret = await issueTo(user, { purpose: "magic_link" })
  const query = new URLSearchParams({ token: secret, email: user.email, callbackUrl: address })
  for (const provider of ["email", "nodemailer", "resend", "magic_link"]) {
    const client = new HttpClient(address)
    await client.ask(`/api/auth/callback/${provider}?${query}`)
    await client.post(`/api/auth/callback/${provider}?${query}`, {
      csrfToken: await client.csrfToken(),
    })
    expect(await client.isLoggedIn()).toBe(false)
  }
  const live = `SELECT FROM log_out_everywhere.token WHERE "userId" = $1 AND "revokedAt" IS NULL`
  expect(await database.sql(live, user.id)).toHaveLength(1)
})

test("a log-in without NextAuth's CSRF token, or with another's, is refused", async ({
  user,
  address,
}) => {
  const { email, password } = user
  for (const csrfToken of ["", "forged", await new HttpClient(address).csrfToken()]) {
    const client = new HttpClient(address)
    await client.csrfToken()
    await client.post("/api/auth/callback/credentials", { csrfToken, email, password })
    expect(await client.isLoggedIn()).toBe(false)
  }
})

test("an e-mail address with a null byte is nobody's", async ({ address }) => {
  const password = "not the password at all"
  const odd = await new HttpClient(address).logIn({ email: "ann\0@example.com", password })
  const unknown = await new HttpClient(address).logIn({ email: "nobody@example.com", password })
  expect(odd.location).toBe(unknown.location)
})

test("the log-in page has a sentence for every error that an address can name", async ({
  address,
}) => {
  const client = new HttpClient(address)
  for (const error of ["__proto__", "constructor", "toString", "<script>alert(1)</script>", "\0"]) {
    const { status, body } = await client.ask(`/login?error=${encodeURIComponent(error)}`)
    expect(status).toBe(200)
    expect(body).toContain("That login didn&#x27;t work. Try again.")
    expect(body).not.toContain("<script>alert")
  }
  for (const query of [
    "outcome=__proto__",
    "outcome=%00",
    "notice=deleted&ended=session.2",
    "error=a&error=b",
    "returnTo=a&returnTo=b",
  ]) {
    const { status, body } = await client.ask(`/login?${query}`)
    expect(status).toBe(200)
    expect(body).not.toContain(words("login")("deleted"))
  }
})

test("headers that name another host change no address that the app gives out", async ({
  address,
}) => {
  const headers = {
    Host: "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "444",
    "X-Original-URL": "http://evil.example/",
    Forwarded: "host=evil.example;proto=https",
  }
  for (const path of [
    "/",
    "/login",
    "/account/security",
    "/api/auth/providers",
    "/api/auth/signin",
    "/api/auth/signin/oidc",
    "/api/auth/callback/oidc?error=access_denied",
    "/api/auth/error",
    "/api/log-out",
    "/login/arrive",
  ]) {
    expect(await rawGet(address + path, headers)).not.toContain("evil.example")
  }
})

test("a provider is told to send people back to the app's own address, whatever the headers say", async ({
  address,
}) => {
  const client = new HttpClient(address, { "X-Forwarded-Host": "evil.example" })
  const csrfToken = await client.csrfToken()
  const { location } = await client.post("/api/auth/signin/oidc", { csrfToken })
  const asked = new URL(location ?? "").searchParams.get("redirect_uri")
  expect(asked).toBe(`${address}/api/auth/callback/oidc`)
})

/** fetch does not let its caller choose the Host header. */
function rawGet(url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      let text = answer.rawHeaders.join("\n")
      answer.on("data", (chunk) => (text += chunk))
      answer.on("end", () => resolve(text))
    })
      .on("error", reject)
      .end()
  })
}
