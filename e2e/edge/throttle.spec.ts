import { expect, test } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { createPerson, type Person } from "@/e2e/support/people"
import { HttpClient, newAddress } from "@/test/http/http-client"

const perAccount = 10
const perAddress = 30
const wrong = "not the password at all"

async function fail(client: HttpClient, email: string, times: number) {
  for (let time = 0; time < times; time++) {
    const { location } = await client.logIn({ email, password: wrong })
    expect(location).toContain("code=wrong_credentials")
  }
}

const isLetIn = async (client: HttpClient, person: Person) => {
  await client.logIn(person)
  return client.isLoggedIn()
}

test("NextAuth's endpoint throttles an account as the form does, whatever address it is asked from", async ({
  user,
  address,
  newDevice,
}) => {
  for (let time = 0; time < perAccount; time++) await fail(new HttpClient(address), user.email, 1)

  expect(await isLetIn(new HttpClient(address), user)).toBe(false)
  const page = await newDevice()
  await logIn(page, user)
  await expect(page.getByText("Too many attempts. Wait 15 minutes")).toBeVisible()
})

test("one failure fewer than the limit does not slow anybody down", async ({ user, address }) => {
  const client = new HttpClient(address)
  await fail(client, user.email, perAccount - 1)
  expect(await isLetIn(client, user)).toBe(true)
})

test("a log-in takes back the failures before it", async ({ user, address }) => {
  for (let round = 0; round < 2; round++) {
    const client = new HttpClient(address)
    await fail(client, user.email, perAccount - 1)
    expect(await isLetIn(client, user)).toBe(true)
  }
})

test("the spelling of an address does not open a second count", async ({ user, address }) => {
  const client = new HttpClient(address)
  for (let time = 0; time < perAccount; time++) {
    await fail(client, time % 2 ? ` ${user.email.toUpperCase()}` : user.email, 1)
  }
  expect(await isLetIn(client, user)).toBe(false)
})

test("behind a proxy the address is the one that the proxy saw, whatever the client claims", async ({
  user,
  address,
}) => {
  const seen = newAddress()
  const claiming = () => new HttpClient(address, { "X-Forwarded-For": `${newAddress()}, ${seen}` })
  for (let time = 0; time < perAddress; time++) {
    await fail(claiming(), `nobody-${time}-${user.email}`, 1)
  }
  expect(await isLetIn(claiming(), user)).toBe(false)
  expect(await isLetIn(new HttpClient(address), user)).toBe(true)
})

test("one IPv6 network is one address", async ({ user, address }) => {
  const network = newAddress().replace(/::1$/, "")
  const from = (host: number) =>
    new HttpClient(address, { "X-Forwarded-For": `${network}:0:0:0:${host.toString(16)}` })
  for (let host = 1; host <= perAddress; host++) {
    await fail(from(host), `nobody-${host}-${user.email}`, 1)
  }
  expect(await isLetIn(from(0xffff), user)).toBe(false)
  expect(await isLetIn(new HttpClient(address), user)).toBe(true)
})

test("a stranger's failures do not slow down a browser that the person has logged in from", async ({
  user,
  address,
}) => {
  const own = new HttpClient(address)
  expect(await isLetIn(own, user)).toBe(true)
  await own.post("/api/log-out", { renderedFor: user.id })
  expect(await own.isLoggedIn()).toBe(false)
  await fail(new HttpClient(address), user.email, perAccount)

  expect(await isLetIn(new HttpClient(address), user)).toBe(false)
  expect(await isLetIn(own, user)).toBe(true)
})

test("a known browser is throttled too, by its own failures", async ({ user, address }) => {
  const own = new HttpClient(address)
  expect(await isLetIn(own, user)).toBe(true)
  await own.post("/api/log-out", { renderedFor: user.id })
  // Its own door first, and then the strangers'.
  await fail(own, user.email, 2 * perAccount)
  expect(await isLetIn(own, user)).toBe(false)
})

test("a browser that somebody else logged in from does not slow down the owner's", async ({
  user,
  address,
}) => {
  const [own, hijackers] = [new HttpClient(address), new HttpClient(address)]
  for (const client of [own, hijackers]) {
    expect(await isLetIn(client, user)).toBe(true)
    await client.post("/api/log-out", { renderedFor: user.id })
  }
  await fail(hijackers, user.email, 2 * perAccount)
  expect(await isLetIn(hijackers, user)).toBe(false)
  expect(await isLetIn(own, user)).toBe(true)
})

for (const [what, forge] of [
  ["made up", async () => "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..a.b.c"],
  ["empty", async () => ""],
  [
    "somebody else's",
    async (person: Person, address: string) => {
      const client = new HttpClient(address)
      await client.logIn(person)
      return client.cookies.get("__Host-loe-device") ?? ""
    },
  ],
] as const) {
  test(`a cookie of a known browser that is ${what} opens no second count`, async ({
    user,
    address,
    database,
  }) => {
    const forged = await forge(await createPerson(database.connection, "user"), address)
    const client = new HttpClient(address)
    client.cookies.set("__Host-loe-device", forged)
    await fail(new HttpClient(address), user.email, perAccount)
    expect(await isLetIn(client, user)).toBe(false)
  })
}

test.describe("while verifying takes its time", () => {
  test.use({ isHashSlow: true })

  test("a burst of attempts at once is counted before it is verified", async ({
    user,
    address,
    database,
  }) => {
    const burst = Array.from({ length: 40 }, () => new HttpClient(address))
    const tokens = await Promise.all(burst.map((client) => client.csrfToken()))
    const { email } = user
    await Promise.all(
      burst.map((client, n) =>
        client.post("/api/auth/callback/credentials", {
          csrfToken: tokens[n] ?? "",
          email,
          password: wrong,
        }),
      ),
    )
    const verified = `SELECT FROM "AuditEvent" WHERE action = 'log_in_failed' AND "targetId" = $1`
    expect(await database.sql(verified, user.id)).toHaveLength(perAccount)
  })
})
