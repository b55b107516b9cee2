import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { HttpClient } from "@/test/http/http-client"
import { press, submit } from "@/test/http/http-form"
import { layOutExample } from "./example-app"
import { seenInChromium } from "./example-chromium"
import { endsByTheList } from "./example-list"
import { logInAtProvider, logInByForm, type Person, people } from "./example-log-ins"
import { installPackage, takeSteps, takeStepsBack, textsIn } from "./example-steps"

const [ann, ben, cleo] = people
const [cookieName, cookieOfJwt, buildMs] = ["loe-session", "authjs.session-token", 300_000]

const example = await layOutExample()
const browser = () => new HttpClient(example.url)
const sees = async (client: HttpClient) => (await client.ask("/account")).status
const logIn = (person: Person) => logInByForm(browser(), person)
const dora = { account: "dora", email: "dora@example.com" }
const logInAtCompany = () => logInAtProvider(browser(), new HttpClient(example.issuer), dora)

/** With a JWT that was handed out before the add-on came. */
const old = browser()
let told = ""
beforeAll(async () => {
  await example.makeTables()
  await example.build()
  await example.serve()
  await logInByForm(old, ann)
}, buildMs)

afterAll(() => example.remove())

test("before, a password and the provider log in, and the session is a JWT", async () => {
  for (const person of people) expect((await logIn(person)).location).toContain("/account")
  expect(await sees(old)).toBe(200)
  expect(old.cookies.get(cookieOfJwt)).toMatch(/^ey/)
  const { client } = await logInAtCompany()
  expect(await sees(client)).toBe(200)
})

describe("with the add-on, as steps.md says", () => {
  beforeAll(async () => {
    example.move(".next", ".next-before")
    await installPackage(example.folder)
    await takeSteps(example.folder)
    told = await example.run("log-out-everywhere/dist/cli/main.js", "init", "--yes")
    await example.build()
    await example.serve()
  }, buildMs)

  test("init found the users, watches what lets them in, and printed the lines", () => {
    expect(told).toContain(
      "a new value of User.passwordHash ends everything that its user has open",
    )
    expect(told).toContain("logOutEverywhere({ store: postgres(fromPrisma(prisma), { users }) })")
    expect(told).toMatch(/NextAuth\(loe, \{.*liveOn\(.*answerLive\(streams.*watchSession\(/s)
  })

  test("a JWT of before opens nothing, and goes at first sight", async () => {
    const late = browser()
    for (const [name, value] of old.cookies) late.cookies.set(name, value)
    const { status, setCookies } = await late.ask("/account")
    expect([status, setCookies.map((line) => line.split(";")[0])]).toEqual([
      307,
      [`${cookieOfJwt}=`],
    ])
    expect(late.cookies.has(cookieOfJwt)).toBe(false)
  })

  test("everybody's old password logs in, and the provider's person is known again", async () => {
    for (const person of people) {
      const { client, location } = await logIn(person)
      expect(location).toContain("/account")
      expect((await client.ask("/account")).body).toContain(person.email)
      expect(client.cookies.get(cookieName)).toHaveLength(43)
    }
    const { client } = await logInAtCompany()
    const session = JSON.parse((await client.ask("/api/auth/session")).body)
    expect(session.user).toMatchObject({ email: "dora@example.com", plan: "free" })
    expect(await example.sql(`SELECT id FROM "User"`)).toHaveLength(4)
  })

  test("log out everywhere ends the other browser, and a dead cookie that comes back opens nothing", async () => {
    const [laptop, phone] = [(await logIn(ann)).client, (await logIn(ann)).client]
    const [his, kept] = [(await logIn(ben)).client, laptop.cookies.get(cookieName) ?? ""]
    expect([await sees(laptop), await sees(phone)]).toEqual([200, 200])

    const { location } = await press(laptop, "/account", "Log out everywhere")
    expect(location).toContain("/login")
    expect(laptop.cookies.has(cookieName)).toBe(false)
    laptop.cookies.set(cookieName, kept)

    for (const client of [laptop, phone]) {
      expect([await sees(client), await client.isLoggedIn()]).toEqual([307, false])
      expect(client.cookies.has(cookieName)).toBe(true)
    }
    expect(await sees(his)).toBe(200)
  })

  test("the list of sessions shows each, and its buttons end the one, the others, and this", async () => {
    const laptop = (await logIn(ann)).client
    const [phone, tablet] = [(await logIn(ann)).client, (await logIn(ann)).client]
    const alive = () => Promise.all([laptop, phone, tablet].map(sees))
    const ended = { one: [200, 200, 307], others: [200, 307, 307], here: [307, 307, 307] }
    const shown = { rows: 3, current: 1, showsSecret: false }
    expect(await endsByTheList(laptop, alive)).toEqual({ ...shown, ...ended })
  })

  test("in a real browser, useSession knows who is there, both buttons log out, and the other page leaves", async () => {
    expect(await seenInChromium(example.url, ann)).toEqual({
      loggedIn: ["/account: Ann (pro)", "/account: Ann (pro)"],
      ended: ["/login: Not logged in", "/login: Not logged in"],
      loggedOut: "/login: Not logged in",
    })
  })

  test("signOut of next-auth/react ends the row", async () => {
    const { client } = await logIn(ann)
    const [kept, csrfToken] = [client.cookies.get(cookieName) ?? "", await client.csrfToken()]
    await client.post("/api/auth/signout", { csrfToken })
    const isGone = !client.cookies.has(cookieName)
    client.cookies.set(cookieName, kept)
    expect([isGone, await sees(client)]).toEqual([true, 307])
  })

  test("a change of the password by the app's own code ends the others' sessions, and so does psql", async () => {
    const [laptop, phone] = [(await logIn(cleo)).client, (await logIn(cleo)).client]
    const changed = { current: cleo.password, next: "anchor harbor lantern" }
    const { location } = await press(laptop, "/account", "Change password", changed)
    expect(location).toContain("changed=1")
    expect(await sees(phone)).toBe(307)
    expect((await logIn(cleo)).location).toContain("error=CredentialsSignin")

    const { client } = await logIn({ ...cleo, password: changed.next })
    expect(await sees(client)).toBe(200)
    await example.sql(`UPDATE "User" SET "passwordHash" = 'x' WHERE email = '${cleo.email}'`)
    expect(await sees(client)).toBe(307)
  })

  test("no log-in with the old password outlives its change, with authorize untouched", async () => {
    const { client: changing } = await logIn(ben)
    const clients = Array.from({ length: 12 }, browser)
    const tokens = await Promise.all(clients.map((client) => client.csrfToken()))
    const changed = { current: ben.password, next: "anchor battery staple" }
    const { body: page } = await changing.ask("/account")
    const [{ location }, ...answers] = await Promise.all([
      submit(changing, "/account", page, "Change password", changed),
      ...clients.map((client, index) =>
        client.post("/api/auth/callback/credentials", { csrfToken: tokens[index] ?? "", ...ben }),
      ),
    ])
    expect(location).toContain("changed=1")
    // Some did verify the old hash, and came too late.
    expect(answers.some((answer) => answer.location?.includes("changed_meanwhile"))).toBe(true)
    const alive = await Promise.all(clients.map((client) => client.isLoggedIn()))
    expect(alive).toEqual(clients.map(() => false))
    expect((await logIn({ ...ben, password: changed.next })).location).toContain("/account")
  })

  test("pages keep a person alive; the proxy, useSession and fetching ahead do not, and none writes a cookie", async () => {
    const { client } = await logIn(ann)
    await example.sql(
      `UPDATE log_out_everywhere.token SET "lastActiveAt" = now() - interval '1 hour'`,
    )
    // No page is there; the proxy's matcher is.
    const quiet = [
      await client.ask("/account/nothing"),
      await client.ask("/api/auth/session"),
      await client.ask("/account", { headers: { "Sec-Purpose": "prefetch" } }),
    ]
    expect(quiet.map(({ status }) => status)).toEqual([404, 200, 200])
    expect(await example.isTouched()).toBe(false)

    const page = await client.ask("/account")
    expect(await example.isTouched()).toBe(true)
    const written = [page, ...quiet].flatMap(({ setCookies }) => setCookies)
    expect(written.filter((line) => !line.startsWith("authjs.csrf-token="))).toEqual([])
  })

  test("the endpoint of useSession shows what the callback names, and neither a secret nor a hash", async () => {
    const { client } = await logIn(ann)
    const { body } = await client.ask("/api/auth/session")
    const shown = Object.keys(JSON.parse(body).user).toSorted().join()
    expect(shown).toBe("email,id,image,name,plan")
    expect(body).not.toMatch(/hash|\$2/i)
    expect(body).not.toContain(client.cookies.get(cookieName))
  })
})

test("out again, the app is what it was, and runs as before", async () => {
  await takeStepsBack(example.folder)
  await example.sql("DROP SCHEMA log_out_everywhere CASCADE")
  expect(textsIn(example.folder)).toEqual(textsIn("examples/next-auth-prisma"))
  example.move(".next-before", ".next")
  await example.serve()

  const { client, location } = await logIn(ann)
  expect([location?.endsWith("/account"), await sees(client)]).toEqual([true, 200])
  expect(client.cookies.get(cookieOfJwt)).toMatch(/^ey/)
  expect(await example.sql("SELECT FROM pg_trigger WHERE NOT tgisinternal")).toEqual([])
})
