import { randomUUID } from "node:crypto"
import { NextRequest } from "next/server"
import { beforeEach, expect, test, vi } from "vitest"
import { logInAction } from "@/app/login/actions"
import { keepReceipt, readReceiptCookie } from "@/lib/auth/cookies/receipt-cookie"
import { receiptCookieName } from "@/lib/receipt-cookie-name"
import { noOne, renderedForField } from "@/lib/rendered-for"
import { proxy } from "@/proxy"
import { digestOf } from "@/test/http/action-calls"
import { arrive, nextHeaders } from "@/test/http/fake-request"
import { world } from "@/test/world/app-world"
import { addPerson } from "@/test/world/people"
import { GET } from "./route"

const fromOurPages = { "sec-fetch-site": "same-origin" }
beforeEach(() => arrive({ headers: fromOurPages }))

const cookieNamed = async (name: string) => (await nextHeaders.cookies()).get(name)?.value ?? ""

test("a browser keeps which act was done in it, sealed, and for ten minutes", async () => {
  const actId = randomUUID()
  await keepReceipt(actId)
  const value = await cookieNamed(receiptCookieName)
  expect(value).not.toContain(actId)
  expect(await readReceiptCookie()).toBe(actId)

  vi.useFakeTimers({ now: Date.now() + 11 * 60_000 })
  expect(await readReceiptCookie()).toBeNull()
  vi.useRealTimers()
})

test.each(["", "x", randomUUID(), "eyJhbGciOiJub25lIn0.eyJhY3RJZCI6IiJ9."])(
  "a cookie that says %j names no act",
  async (value) => {
    arrive({ cookies: { [receiptCookieName]: value } })
    expect(await readReceiptCookie()).toBeNull()
  },
)

test("the next log-in takes it from the browser", async () => {
  const bob = await addPerson(world)
  await keepReceipt(randomUUID())
  const form = new FormData()
  form.set(renderedForField, noOne)
  form.set("email", bob.email)
  form.set("password", bob.password)
  expect(await digestOf(logInAction, form)).toContain("/login/arrive")
  expect(await readReceiptCookie()).toBeNull()
})

test.each([
  ["GET", "/login", true],
  ["GET", "/login?returnTo=/", false],
  ["POST", "/login", false],
  ["GET", "/login/receipt", false],
  ["GET", "/account/security", false],
])("%s %s takes it from the browser with the answer: %s", (method, path, takes) => {
  const headers = { cookie: `${receiptCookieName}=sealed` }
  const answer = proxy(new NextRequest(`https://app.example${path}`, { method, headers }))
  expect(answer.headers.getSetCookie().join()).toBe(
    takes ? `${receiptCookieName}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax` : "",
  )
  // The page itself still reads it.
  expect(answer.headers.get("x-middleware-request-cookie")).toBe(headers.cookie)
})

test("the browser asks for the page in person, so that it forgets those that it had", () => {
  const ask = (headers = {}) => GET(new Request("https://app.example/login/receipt", { headers }))
  expect(ask({ rsc: "1" }).status).toBe(204)
  const { status, headers } = ask()
  expect([status, headers.get("location")]).toEqual([303, "/login"])
})
