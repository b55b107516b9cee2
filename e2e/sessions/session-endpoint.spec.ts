import { expect, test } from "@/e2e/support/fixtures"
import { sessionCookieName } from "@/test/http/session-cookie"

test("/api/auth/session publishes exactly the person's card and the expiry", async ({
  user,
  issueTo,
  askWith,
  database,
}) => {
  const secret = await issueTo(user)
  const { expiresAt } = await database.sessionOf(secret)

  const { body, headers } = await askWith(secret)("/api/auth/session")
  const { id, name, email } = user
  expect(JSON.parse(body)).toEqual({
    user: { id, name, email, image: null, role: "user" },
    expires: expiresAt.toISOString(),
  })
  expect(headers.get("cache-control")).toBe("no-store")
})

test("/api/auth/session never writes the session cookie, alive or dead", async ({
  user,
  issueTo,
  askWith,
}) => {
  for (const secret of [await issueTo(user), "nobody's", ""]) {
    const { headers } = await askWith(secret)("/api/auth/session")
    const written = headers.getSetCookie().filter((line) => line.startsWith(sessionCookieName))
    expect(written).toEqual([])
  }
})
