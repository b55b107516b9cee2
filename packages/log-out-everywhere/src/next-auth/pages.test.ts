import { NextRequest, NextResponse } from "next/server.js"
import { beforeEach, expect, test, vi } from "vitest"
import { hashSecret } from "../core/secret.ts"
import { cookieName, givenApp, site } from "./under-test/door-under-test.ts"
import { next, redirected, sentHeaders, startAgain } from "./under-test/next-under-test.ts"

vi.mock(
  "next/headers.js",
  async () => (await import("./under-test/next-under-test.ts")).nextHeaders,
)
vi.mock("react", async () => (await import("./under-test/next-under-test.ts")).react)

beforeEach(startAgain)

const minute = 60_000
const ann = { email: "ann@example.com", password: "ann's", redirect: false }

/** Ann, logged in by `signIn`. */
async function given(change: Parameters<typeof givenApp>[0] = {}) {
  const app = givenApp(change)
  await app.door.signIn("credentials", ann)
  const lastActiveAt = async () => {
    const found = await app.database.tokens.findByHash(hashSecret(next.jar.get(cookieName) ?? ""))
    return +(found?.token.lastActiveAt ?? 0)
  }
  const request = (path = "/account") => new NextRequest(site + path, { headers: sentHeaders() })
  return { ...app, lastActiveAt, request }
}

test("signIn hands over the row's cookie, and auth() shows who it is", async () => {
  const { door } = await given()
  expect(await door.auth()).toMatchObject({ user: { id: "ann", email: "ann@example.com" } })
  const attributes = { httpOnly: true, secure: true, sameSite: "lax", path: "/" }
  expect(next.options.get(cookieName)).toEqual(attributes)
})

test("currentSession is the row of this request's session, and does not touch it", async () => {
  const { door, loe, lastActiveAt, pass } = await given()
  const before = await lastActiveAt()
  pass(5 * minute)
  const session = await door.currentSession()
  expect(session).toMatchObject({ userId: "ann", purpose: "session", method: "password" })
  expect(await lastActiveAt()).toBe(before)
  await loe.revoke("ann", session?.id ?? "")
  expect(await door.currentSession()).toBeNull()
  next.jar.clear()
  expect(await door.currentSession()).toBeNull()
})

test("what NextAuth writes down while it is debugged holds no secret of a session", async () => {
  const told: unknown[] = []
  const logger = { debug: (...each: unknown[]) => told.push(each), error() {}, warn() {} }
  const { door } = await given({ debug: true, logger })
  await door.auth()
  expect(told).toContainEqual(["adapter_getSessionAndUser"])
  expect(JSON.stringify(told)).not.toContain(next.jar.get(cookieName))
})

test("signIn is overtaken as the endpoint is, and tells it as a wrong password", async () => {
  const { door, overtakeBy, changePassword } = givenApp()
  overtakeBy(() => changePassword("ann", "new"))
  await expect(door.signIn("credentials", ann)).rejects.toMatchObject({
    ...{ type: "CredentialsSignin", code: "changed_meanwhile" },
  })
  expect(next.jar.has(cookieName)).toBe(false)
})

test("signIn redirects, with the session in the browser", async () => {
  const { door } = givenApp()
  const path = { ...ann, redirect: true, redirectTo: "/account" }
  expect(await redirected(door.signIn("credentials", path))).toBe("https://app.example/account")
  expect(next.jar.has(cookieName)).toBe(true)
})

test.each([
  ["a page", true, {}, true],
  ["an action", false, { "next-action": "abc" }, true],
  ["a page that a browser fetches ahead", true, { "sec-purpose": "prefetch" }, false],
  ["a route handler or a stream", false, {}, false],
])("auth() in %s touches: %s", async (_, isRendering, extra, touches) => {
  const { door, pass, lastActiveAt } = await given()
  const before = await lastActiveAt()
  pass(2 * minute)
  Object.assign(next, { isRendering, extra })
  expect(await door.auth()).not.toBe(null)
  expect((await lastActiveAt()) > before).toBe(touches)
})

test.each([
  ["the proxy", async ({ door, request }: Given) => proxyOf(door)(request())],
  [
    "the proxy around a function",
    async ({ door, request }: Given) =>
      door.auth((asked) => NextResponse.json(asked.auth?.user))(request(), {} as never),
  ],
  [
    "NextAuth's own endpoint",
    async ({ door, request }: Given) => door.handlers.GET(request("/api/auth/session")),
  ],
])("%s neither touches nor writes a cookie", async (_, ask) => {
  const given_ = await given()
  const before = await given_.lastActiveAt()
  given_.pass(2 * minute)
  next.isRendering = true
  const answer = (await ask(given_)) as Response
  expect(answer.status).toBe(200)
  expect(answer.headers.getSetCookie().filter((line) => !/csrf|callback/.test(line))).toEqual([])
  expect(await given_.lastActiveAt()).toBe(before)
})

test("the proxy writes what its function writes, and nothing of NextAuth's", async () => {
  const { door, request, loe } = await given()
  await loe.logOutEverywhere("ann")
  const proxy = door.auth((asked) => {
    const response = asked.auth ? NextResponse.next() : NextResponse.redirect(`${site}/login`)
    response.cookies.set("seen", "1")
    return response
  })
  const answer = (await proxy(request(), {} as never)) as Response
  expect([answer.status, answer.headers.get("Location")]).toEqual([307, `${site}/login`])
  expect(answer.headers.getSetCookie()).toEqual(["seen=1; Path=/"])
})

test.each([
  ["a function", false],
  ["the callback `authorized`", true],
])("an outage throws in every form of auth, before %s has judged", async (_, isCallback) => {
  const judged: unknown[] = []
  const authorized = ({ auth }: { auth: unknown }) => judged.push(auth) > 0
  const { door, database, request } = await given(isCallback ? { callbacks: { authorized } } : {})
  database.tokens.findByHash = () => Promise.reject(new Error("The store is down."))
  const work = door.auth((asked) => void judged.push(asked.auth))
  await expect(door.auth()).rejects.toThrow("The store is down.")
  await expect(proxyOf(door)(request())).rejects.toThrow("The store is down.")
  await expect(work(request(), {} as never)).rejects.toThrow("The store is down.")
  await expect(door.signOut()).rejects.toThrow("The store is down.")
  expect([judged, next.jar.has(cookieName)]).toEqual([[], true])
})

test("a dead session's cookie outlives auth(), so that the log-in page can tell why", async () => {
  const { door, loe } = await given()
  await loe.logOutEverywhere("ann")
  expect(await door.auth()).toBe(null)
  expect(next.jar.has(cookieName)).toBe(true)
})

test("signOut ends the row, and takes the cookie", async () => {
  const { door, loe } = await given()
  const kept = next.jar.get(cookieName) ?? ""
  expect(await redirected(door.signOut({ redirectTo: "/login" }))).toBe(`${site}/login`)
  expect(next.jar.has(cookieName)).toBe(false)
  expect(await loe.resume("session", kept, { touch: false })).toMatchObject({ failure: "revoked" })
})

test("unstable_update reaches the session callback, and writes no cookie", async () => {
  const { door } = await given({
    callbacks: {
      session: ({ session, newSession, trigger }) =>
        Object.assign(session, { told: [newSession, trigger] }),
    },
  })
  const before = new Map(next.jar)
  const data = { user: { name: "Ann Other" } }
  expect(await door.unstable_update(data)).toMatchObject({ told: [data, "update"] })
  expect(next.jar).toEqual(before)
})

test("getServerSideProps touches, an API route does not, and neither writes a cookie", async () => {
  const { door, pass, lastActiveAt, request } = await given()
  const before = await lastActiveAt()
  const req = { headers: { cookie: request().headers.get("cookie"), host: "app.example" } }
  const res = { appendHeader: () => expect.unreachable("A cookie was written.") }
  pass(2 * minute)
  expect(await door.auth(req as never, res as never)).toMatchObject({ user: { id: "ann" } })
  expect(await lastActiveAt()).toBe(before)
  const context = { req, res, resolvedUrl: "/account" }
  expect(await door.auth(context as never)).toMatchObject({ user: { id: "ann" } })
  expect(await lastActiveAt()).toBeGreaterThan(before)
})

type Given = Awaited<ReturnType<typeof given>>

/** `export { auth as proxy }`. */
const proxyOf = (door: Given["door"]) => door.auth as unknown as (request: NextRequest) => unknown
