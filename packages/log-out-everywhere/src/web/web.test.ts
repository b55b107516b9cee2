import { describe, expect, test } from "vitest"
import { given } from "../acts/facade-under-test.ts"
import type { Token } from "../core/token.ts"
import { describeFace } from "../testing/face-contract.ts"
import { sessionCookie } from "./cookie.ts"
import { web } from "./web.ts"
import { makeWebFace, origin } from "./web-under-test.ts"

describeFace("the web", makeWebFace, { describe, test, expect })

const ann = async () => ({ userId: "ann", method: "password", isRemembered: true })
const own = { "sec-fetch-site": "same-origin" }
const form = (headers: Record<string, string> = own) =>
  new Request(`${origin}/`, { method: "POST", headers })

/** A person who is logged in, and what their browser sends from then on. */
async function loggedIn(options: Partial<Parameters<typeof web>[1]> = {}) {
  const world = given()
  const face = web(world.loe, { origin, ...options })
  const result = await face.logIn(form(), ann)
  if (!result.ok) throw new Error(result.failure)
  const { session, headers } = result.value
  const [cookie = ""] = headers.get("set-cookie")?.split(";") ?? []
  const asks = (headers: Record<string, string> = {}, method = "GET") =>
    new Request(`${origin}/`, { method, headers: { ...headers, cookie } })
  return { ...world, face, session, headers, asks }
}

test("the gate hands over the person and the session; what is shown without one says why", async () => {
  const { face, session, asks, loe } = await loggedIn()
  expect(await face.gate(asks())).toMatchObject({ owner: { id: "ann" }, token: session })
  expect(await face.resume(new Request(origin))).toEqual({ ok: false, failure: "logged_out" })
  await loe.logOutEverywhere("ann")
  expect(await face.gate(asks())).toBe(null)
  expect(await face.resume(asks())).toEqual({ ok: false, failure: "revoked" })
})

test.each([
  ["a person's reading", {}, "GET", undefined, true],
  ["a poll that says so", {}, "GET", false, false],
  [
    "a browser that fetches ahead",
    { "sec-purpose": "prefetch;prerender" },
    "GET",
    undefined,
    false,
  ],
  ["a router that fetches ahead", { "next-router-prefetch": "1" }, "GET", undefined, false],
  ["a look at the headers", {}, "HEAD", undefined, false],
])("%s counts as activity: %#", async (_, headers, method, touch, isActive) => {
  const { face, loe, asks } = await loggedIn()
  const touches: boolean[] = []
  const told = web(
    {
      ...loe,
      resume: (...asked) => {
        touches.push(asked[2].touch)
        return loe.resume(...asked)
      },
    },
    { origin, cookie: { name: face.cookie.name } },
  )
  await told.gate(asks(headers, method), touch === undefined ? {} : { touch })
  expect(touches).toEqual([isActive])
})

test("the address is what the app says, and never what the client says", async () => {
  const forwarded = form({ ...own, "x-forwarded-for": "203.0.113.9", "user-agent": "Firefox" })
  const { loe } = given()
  const unknown = await web(loe, { origin }).logIn(forwarded, ann)
  const addressOf = () => "2001:db8::1"
  const known = await web(loe, { origin, addressOf }).logIn(forwarded, ann)
  const deviceOf = (result: typeof known) => result.ok && result.value.session.device
  expect(deviceOf(unknown)).toEqual({ address: null, userAgent: "Firefox" })
  expect(deviceOf(known)).toEqual({ address: "2001:db8::1", userAgent: "Firefox" })
})

test("a new secret after a new proof: the old cookie is dead, the session is the same", async () => {
  const { face, session, asks } = await loggedIn()
  expect(await face.rotate(asks())).toEqual({ ok: false, failure: "foreign" })
  const rotated = await face.rotate(asks(own, "POST"))
  const [cookie = ""] = (rotated.ok && rotated.value.headers.get("set-cookie")?.split(";")) || []
  expect(await face.gate(asks())).toBe(null)
  const found = await face.gate(new Request(origin, { headers: { cookie } }))
  expect(found?.token.id).toBe(session.id)
})

test("logging out takes what the pages have kept, and leaves other hosts' cookies", async () => {
  const { face, asks } = await loggedIn()
  const left = await face.logOut(asks(own, "POST"))
  expect(left.ok && left.value.get("clear-site-data")).toBe('"cache", "storage"')
  expect(left.ok && left.value.get("set-cookie")).toBe(
    "__Host-loe-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
  )
})

test("a browser that says no site is believed by its origin", async () => {
  const { face, asks, loe } = await loggedIn()
  const left = await face.logOutEverywhere(asks({ origin }, "POST"))
  expect(left.ok && (await left.value.count())).toEqual({ session: 1 })
  expect(left.ok && left.value.headers.get("set-cookie")).toMatch(/^__Host-loe-session=; /)
  expect((await web(loe, { origin }).logIn(form({}), ann)).ok).toBe(false)
})

test("a user agent is kept up to a length", async () => {
  const { loe } = given()
  const long = await web(loe, { origin }).logIn(
    form({ ...own, "user-agent": "x".repeat(9_999) }),
    ann,
  )
  expect(long.ok && long.value.session.device.userAgent).toHaveLength(512)
})

test("an act by a mere address does nothing: a browser may fetch it ahead", async () => {
  const { face, asks } = await loggedIn()
  expect(await face.logOutEverywhere(asks(own))).toEqual({ ok: false, failure: "foreign" })
  expect(await face.gate(asks())).not.toBe(null)
})

const expiresAt = new Date("2026-12-24T12:00:00Z")
const token = (isRemembered: boolean): Pick<Token, "isRemembered" | "expiresAt"> => ({
  isRemembered,
  expiresAt,
})

test.each([
  [
    "goes with the browser",
    {},
    false,
    "__Host-loe-session=s; Path=/; HttpOnly; SameSite=Lax; Secure",
  ],
  [
    "stays with a person who asked for it",
    { name: "a" },
    true,
    "a=s; Path=/; HttpOnly; SameSite=Lax; Secure; Expires=Thu, 24 Dec 2026 12:00:00 GMT",
  ],
  [
    "does without TLS in development",
    { secure: false },
    false,
    "loe-session=s; Path=/; HttpOnly; SameSite=Lax",
  ],
])("a cookie that %s", (_, options, isRemembered, header) => {
  expect(sessionCookie(options).set("s", token(isRemembered))).toBe(header)
})

test.each([
  ["among others", "a=1; loe=secret; b=2", "secret"],
  ["and no other whose name begins alike", "loe-b=1; loe2=2", null],
  ["the first of two", "loe=one; loe=two", "one"],
  ["unless it is empty", "loe=; a=1", null],
  ["unless there is none", null, null],
])("a cookie is read %s", (_, header, secret) => {
  expect(sessionCookie({ name: "loe" }).read(header)).toBe(secret)
})

test.each([
  [{ origin: "app.example" }, /^origin: "app\.example" is no origin/],
  [{ origin: "https://app.example/app" }, /^origin: .* is no origin/],
  [{ origin, cookie: { name: "a b" } }, /^cookie\.name: "a b" is no cookie's name/],
  [{ origin, cookie: { name: "__Host-a", secure: false } }, /^cookie\.name: browsers refuse/],
])("%o does not hold, and says so at the start", (options, sentence) => {
  expect(() => web(given().loe, options)).toThrow(sentence)
})
