import { expect, test } from "./fixtures"
import { secretOf, sessionCookieName } from "./session-cookie"

test("/api/auth/session publishes exactly the person's card and the expiry", async ({
  user,
  logInOnNewDevice,
  steal,
  database,
}) => {
  const page = await logInOnNewDevice(user)
  const ask = await steal(page)
  const { expiresAt } = await database.sessionOf(await secretOf(page))

  const { body, headers } = await ask("/api/auth/session")
  const { id, name, email } = user
  expect(JSON.parse(body)).toEqual({
    user: { id, name, email, image: null, role: "user" },
    expires: expiresAt.toISOString(),
  })
  expect(headers.get("cache-control")).toBe("no-store")
})

test("/api/auth/session never writes the session cookie, alive or dead", async ({
  user,
  logInOnNewDevice,
  steal,
  askWith,
}) => {
  const page = await logInOnNewDevice(user)
  for (const ask of [await steal(page), askWith("nobody's"), askWith("")]) {
    const { headers } = await ask("/api/auth/session")
    const written = headers.getSetCookie().filter((line) => line.startsWith(sessionCookieName))
    expect(written).toEqual([])
  }
})
