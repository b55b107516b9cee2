import { expect } from "./fixtures"
import { HttpClient, newAddress } from "./http-client"
import { testWith } from "./own-app"
import type { Person } from "./people"

const test = testWith({ TRUSTED_PROXY_HOPS: "0" })

const wrong = "not the password at all"

const isLetIn = async (client: HttpClient, person: Person) => {
  await client.logIn(person)
  return client.isLoggedIn()
}

test.beforeEach(async ({ database }) => {
  await database.sql(`DELETE FROM "RateLimit"`)
})

test("without a proxy a forged X-Forwarded-For changes nothing: one socket, one count", async ({
  user,
  address,
}) => {
  for (let time = 0; time < 30; time++) {
    const headers = { "X-Forwarded-For": newAddress(), Forwarded: `for=${newAddress()}` }
    const client = new HttpClient(address, { ...headers, "X-Loe-Address": newAddress() })
    await client.logIn({ email: `nobody-${time}@example.com`, password: wrong })
  }
  expect(await isLetIn(new HttpClient(address), user)).toBe(false)
})

test("the address that a session shows is the socket's, not a forged one", async ({
  user,
  address,
  database,
}) => {
  const forged = "203.0.113.66"
  const client = new HttpClient(address, {
    "X-Forwarded-For": forged,
    "X-Real-IP": forged,
    "X-Loe-Address": forged,
    "X-Middleware-Request-X-Loe-Address": forged,
    "X-Middleware-Override-Headers": "x-loe-address",
  })
  await client.logIn(user)
  const [session] = await database.sessionsOf(user.id)
  expect(["::1", "127.0.0.1"]).toContain(session?.address)
})

test("after fifty failures in a row, however far apart, nobody unknown gets in until somebody vouches", async ({
  user,
  newPerson,
  address,
  database,
}) => {
  const known = new HttpClient(address)
  await known.logIn(user)
  for (let time = 0; time < 50; time++) {
    // As if a quarter of an hour had passed: the rows that count in a window are gone.
    await database.sql(`DELETE FROM "RateLimit" WHERE key NOT LIKE 'row:%'`)
    await new HttpClient(address).logIn({ email: user.email, password: wrong })
  }
  await database.sql(`DELETE FROM "RateLimit" WHERE key NOT LIKE 'row:%'`)
  expect(await isLetIn(new HttpClient(address), user)).toBe(false)
  expect(await isLetIn(new HttpClient(address), await newPerson())).toBe(true)

  expect(await isLetIn(known, user)).toBe(true)
  expect(await isLetIn(new HttpClient(address), user)).toBe(true)
})
