import type { Database } from "@/e2e/support/database"
import { expect } from "@/e2e/support/fixtures"
import { follow } from "@/e2e/support/link-acts"
import { testWith } from "@/e2e/support/own-app"
import type { Person } from "@/e2e/support/people"
import { HttpClient, newAddress } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"

const test = testWith({ TRUSTED_PROXY_HOPS: "0" })

// One app for all of them: to start another costs more than to wait.
test.describe.configure({ mode: "default" })

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

test("after fifty failures in a row nobody unknown gets in by password, until a browser of the owner's vouches", async ({
  user,
  newPerson,
  address,
  database,
}) => {
  const known = new HttpClient(address)
  await known.logIn(user)
  await fillStreak(address, database, user)
  expect(await isLetIn(new HttpClient(address), user)).toBe(false)
  expect(await isLetIn(new HttpClient(address), await newPerson())).toBe(true)

  expect(await isLetIn(known, user)).toBe(true)
  expect(await isLetIn(new HttpClient(address), user)).toBe(true)
})

test("an administrator whom strangers' guesses keep out comes in by a mailed link, and with the password again", async ({
  admin,
  address,
  database,
  mailboxes,
}) => {
  await fillStreak(address, database, admin)
  expect(await isLetIn(new HttpClient(address), admin)).toBe(false)

  const { email } = admin
  const client = new HttpClient(address)
  await press(client, "/magic-link", "Email me a link", { email })
  await follow(client, await mailboxes.linkTo(email, "magic_link"), "Log in")
  expect(await client.isLoggedIn()).toBe(true)
  expect(await isLetIn(new HttpClient(address), admin)).toBe(true)
})

/** Fifty failures, each as if a quarter of an hour after the one before: the counts of a window are gone. */
async function fillStreak(address: string, database: Database, { email }: Person) {
  for (let time = 0; time <= 50; time++) {
    await database.sql(`DELETE FROM "RateLimit" WHERE key NOT LIKE 'streak:%'`)
    if (time < 50) await new HttpClient(address).logIn({ email, password: wrong })
  }
}
