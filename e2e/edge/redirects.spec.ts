import { expect, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { HttpClient } from "@/test/http/http-client"

/** Ways to write an address elsewhere that some check or some browser has taken for a path. */
const elsewhere = [
  "https://evil.example/",
  "//evil.example/",
  "///evil.example/",
  "/\\evil.example/",
  "\\\\evil.example/",
  "/\t/evil.example/",
  "/\n/evil.example",
  "/.//evil.example/",
  "/account/..//evil.example/",
  "%2F%2Fevil.example/",
  "/%2Fevil.example/",
  "/%5Cevil.example/",
  "https:evil.example",
  "https:/evil.example",
  "javascript:alert(1)",
  "data:text/html,evil.example",
  "http://localhost@evil.example/",
  "@evil.example/",
  ".evil.example/",
  "evil.example",
  "/api/log-out",
  "/log-out",
  "/login",
]

test("no returnTo leads out of the app, nor to what would act", async ({
  user,
  issueTo,
  askWith,
  address,
}) => {
  const ask = askWith(await issueTo(user))
  for (const returnTo of elsewhere) {
    const query = new URLSearchParams({ returnTo })
    const { status, headers } = await ask(`/login/arrive?${query}`)
    expect(status).toBe(303)
    const target = new URL(headers.get("location") ?? "", address)
    expect(target.origin, returnTo).toBe(address)
    expect(target.pathname, returnTo).toMatch(/^\/(account\/security$|%2F|%5C)/)
  }
})

test("the log-in page's own links and forms stay in the app", async ({
  user,
  issueTo,
  askWith,
}) => {
  const ask = askWith(await issueTo(user))
  for (const returnTo of ["https://evil.example/", "//evil.example/", "/\\evil.example/"]) {
    const { body } = await ask(`/login?${new URLSearchParams({ returnTo })}`)
    expect(body).not.toMatch(/(?:href|value|action)="[^"]*evil\.example/)
  }
})

test("a real browser that logs in from a poisoned link ends up in the app", async ({
  user,
  newDevice,
}) => {
  const page = await newDevice()
  await page.goto(`/login?returnTo=${encodeURIComponent("/\\evil.example/")}`)
  await logIn(page, user)
  await expect(page).toHaveURL("/account/security")
})

test("NextAuth's callbackUrl leads nowhere else, at whichever of its endpoints", async ({
  user,
  address,
}) => {
  const { email, password } = user
  await Promise.all(
    elsewhere.map(async (callbackUrl) => {
      const client = new HttpClient(address)
      const csrfToken = await client.csrfToken()
      const query = new URLSearchParams({ callbackUrl })
      const answers = [
        await client.ask(`/api/auth/signin?${query}`),
        await client.ask(`/api/auth/error?${query}`),
        await client.post("/api/auth/callback/credentials", {
          csrfToken,
          email,
          password,
          callbackUrl,
        }),
        await client.post("/api/auth/signout", { csrfToken, callbackUrl }),
      ]
      for (const { location, status } of answers) {
        // What is no address at all is refused as such.
        expect([302, 400]).toContain(status)
        expect(new URL(location ?? "", address).origin, callbackUrl).toBe(address)
        expect(location ?? "").not.toMatch(/^[\\/]{2}/)
      }
    }),
  )
})
