import { expect, test } from "@/e2e/support/fixtures"
import { HttpClient } from "@/test/http/http-client"
import { press, submit } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"

test.use({ isHashSlow: true })

const times = <Value>(count: number, make: (n: number) => Value) =>
  Array.from({ length: count }, (_, n) => make(n))

function copyOf(client: HttpClient, address: string): HttpClient {
  const copy = new HttpClient(address)
  for (const [name, value] of client.cookies) copy.cookies.set(name, value)
  return copy
}

for (const path of ["/api/log-out", "/api/auth/signout"]) {
  test(`of twenty log-outs at once at ${path}, one ends the session, and it is written down once`, async ({
    user,
    address,
    database,
  }) => {
    const client = new HttpClient(address)
    await client.logIn(user)
    const csrfToken = await client.csrfToken()
    const copies = times(20, () => copyOf(client, address))
    const answers = await Promise.all(
      copies.map((copy) => copy.post(path, { csrfToken, renderedFor: user.id })),
    )

    for (const { status } of answers) expect([302, 303]).toContain(status)
    expect(await database.sessionsOf(user.id)).toMatchObject([{ revocationReason: "log_out" }])
    const acts = `SELECT FROM "AuditEvent" WHERE "targetId" = $1 AND action = 'log_out'`
    expect(await database.sql(acts, user.id)).toHaveLength(1)
  })
}

test("of twenty proofs at once with one cookie, one gets the new cookie, and the act is done once", async ({
  user,
  issueTo,
  address,
  database,
}) => {
  const other = await issueTo(user)
  const client = new HttpClient(address)
  await client.logIn(user)
  const before = client.cookies.get(sessionCookieName) ?? ""
  await database.set(before, "provedAt", "-11 minutes")
  const path = "/account/security"
  const button = "Log out other devices (1)"
  const { body } = await press(client, path, button)
  expect(body).toContain("Confirm it&#x27;s you")

  const copies = times(20, () => copyOf(client, address))
  await Promise.all(
    copies.map((copy) =>
      submit(copy, path, body, "Log out other devices", { proof: user.password }),
    ),
  )

  const secrets = new Set(copies.map((copy) => copy.cookies.get(sessionCookieName)))
  secrets.delete(before)
  expect(secrets.size).toBe(1)
  const rows = await database.sessionsOf(user.id)
  expect(rows.map(({ revocationReason }) => revocationReason).sort()).toEqual([
    "log_out_others",
    null,
  ])
  expect((await database.sessionOf(other)).revocationReason).toBe("log_out_others")
  const acts = `SELECT action FROM "AuditEvent" WHERE "targetId" = $1 AND action IN ('prove', 'log_out_others')`
  expect(await database.sql(acts, user.id)).toHaveLength(2)
})

test("log-outs and proofs at once with one cookie leave one live session or none", async ({
  user,
  address,
  database,
}) => {
  const client = new HttpClient(address)
  await client.logIn(user)
  const before = client.cookies.get(sessionCookieName) ?? ""
  await database.set(before, "provedAt", "-11 minutes")
  const path = "/account/security"
  const { body } = await press(client, path, "Log out everywhere")

  const provers = times(10, () => copyOf(client, address))
  const leavers = times(10, () => copyOf(client, address))
  await Promise.all([
    ...provers.map((copy) =>
      submit(copy, path, body, "Log out everywhere", { proof: "not the password" }),
    ),
    ...leavers.map((copy) => copy.post("/api/log-out", { renderedFor: user.id })),
  ])
  expect(await database.sessionsOf(user.id)).toMatchObject([{ revocationReason: "log_out" }])
  for (const copy of provers) expect(await copy.isLoggedIn()).toBe(false)
})

test("log-ins at once in one browser end its old session once, and make one session each", async ({
  user,
  address,
  database,
}) => {
  const client = new HttpClient(address)
  await client.logIn(user)
  const copies = times(8, () => copyOf(client, address))
  await Promise.all(copies.map((copy) => copy.logIn(user)))

  const rows = await database.sessionsOf(user.id)
  expect(rows).toHaveLength(9)
  expect(rows.filter(({ revokedAt }) => revokedAt)).toMatchObject([
    { revocationReason: "replaced" },
  ])
  for (const copy of copies) expect(await copy.isLoggedIn()).toBe(true)
})
