import { expect, type Person, test } from "@/e2e/support/fixtures"
import { deafen } from "@/e2e/support/listening"
import { secretOf, sessionCookieName } from "@/test/http/session-cookie"

test("a session whose row is deleted by hand is logged out on its next request", async ({
  user,
  openOnNewDevice,
  database,
}) => {
  // With scripts it would notice by itself.
  const page = await openOnNewDevice(user, { javaScriptEnabled: false })
  const { id } = await database.sessionOf(await secretOf(page))
  await database.sql(`DELETE FROM log_out_everywhere.token WHERE id = $1`, id)

  await page.getByRole("link", { name: "Security" }).click()
  await expect(page).toHaveURL(/\/login/)
  await expect(page.getByText("Your last session in this browser has ended.")).toBeVisible()
})

for (const { deadline, says } of [
  { deadline: "idleAt", says: "because this device wasn't used for a while" },
  { deadline: "expiresAt", says: "because this session expired" },
] as const) {
  test(`a session lives until ${deadline} and not beyond`, async ({
    user,
    openOnNewDevice,
    database,
  }) => {
    const page = await openOnNewDevice(user)
    const secret = await secretOf(page)
    await database.set(secret, deadline, "1 minute")
    await deafen(page)
    await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
    // The page has asked how long it may stay: a later answer would take it away from the next step.
    await expect(page.getByText("You'll be logged out in 1 minute")).toBeVisible()

    await database.set(secret, deadline, "-1 millisecond")
    await page.reload()
    await expect(page).toHaveURL(/\/login/)
    await expect(page.getByText(says)).toBeVisible()
    expect(await database.sessionOf(secret)).toMatchObject({ revokedAt: null })
  })
}

test("a person's navigation moves the last activity, at most once a minute", async ({
  user,
  issueTo,
  askWith,
  database,
}) => {
  const secret = await issueTo(user)
  const ask = askWith(secret)

  await database.set(secret, "lastActiveAt", "-50 seconds")
  const recent = await database.sessionOf(secret)
  await ask("/account/security")
  expect(await database.sessionOf(secret)).toEqual(recent)

  await database.set(secret, "lastActiveAt", "-61 seconds")
  await database.set(secret, "idleAt", "5 minutes")
  const before = await database.sessionOf(secret)
  await ask("/account/security")
  const touched = await database.sessionOf(secret)
  expect(+touched.lastActiveAt - +before.lastActiveAt).toBeGreaterThan(60_000)
  expect(+touched.idleAt - +touched.lastActiveAt).toBe(2 * 60 * 60 * 1000)
  expect(touched.expiresAt).toEqual(before.expiresAt)
})

const emailOf = ({ email }: Person) => email

for (const { what, path, headers, shows, method = "GET" } of [
  { what: "/api/auth/session", path: "/api/auth/session", headers: {}, shows: emailOf },
  // Its answer has no body.
  { what: "HEAD", path: "/account/security", headers: {}, shows: () => "", method: "HEAD" },
]) {
  test(`${what} sees the session and does not count as activity`, async ({
    user,
    issueTo,
    address,
    database,
  }) => {
    const secret = await issueTo(user)
    await database.set(secret, "lastActiveAt", "-30 minutes")
    const before = await database.sessionOf(secret)

    const cookie = `${sessionCookieName}=${secret}`
    const answer = await fetch(new URL(path, address), {
      method,
      headers: { ...headers, cookie },
    })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(shows(user))
    expect(await database.sessionOf(secret)).toEqual(before)
  })
}

for (const [who, headers] of [
  ["the app's router", { RSC: "1", "Next-Router-Prefetch": "1" }],
  ["the app's router, in parts", { RSC: "1", "Next-Router-Segment-Prefetch": "/_tree" }],
  ["a browser", { "Sec-Purpose": "prefetch;prerender" }],
  ["an older browser", { Purpose: "prefetch" }],
  ["an older Firefox", { "X-Moz": "prefetch" }],
] as const) {
  test(`a page that ${who} fetches ahead is not given, and is no activity`, async ({
    user,
    issueTo,
    askWith,
    database,
  }) => {
    const secret = await issueTo(user)
    await database.set(secret, "lastActiveAt", "-30 minutes")
    const before = await database.sessionOf(secret)
    const ask = askWith(secret)
    for (const path of ["/account/security", "/api/v1/sessions", "/link/report?secret=x"]) {
      const { status, headers: answered, body } = await ask(path, { headers })
      expect({ status, body }, path).toEqual({ status: 204, body: "" })
      expect(answered.get("cache-control"), path).toBe("no-store")
      expect(answered.getSetCookie(), path).toEqual([])
    }
    expect(await database.sessionOf(secret)).toEqual(before)
    expect((await ask("/account/security")).body).toContain(user.email)
  })
}

test("an activity cannot revive an ended session", async ({ user, issueTo, askWith, database }) => {
  const secret = await issueTo(user)
  const ask = askWith(secret)
  const body = new URLSearchParams({ renderedFor: user.id })
  await ask("/api/log-out", { method: "POST", body })
  await database.set(secret, "lastActiveAt", "-30 minutes")
  const ended = await database.sessionOf(secret)

  expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
  expect(await database.sessionOf(secret)).toEqual(ended)
})
