import { once } from "node:events"
import { request } from "node:http"
import type { AddressInfo } from "node:net"
import { hashSecret } from "log-out-everywhere"
import { memoryDatabase } from "log-out-everywhere/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeServer } from "./server"

const origin = "https://app.example"
const store = memoryDatabase()
store.tokens.owners.set("ann", { id: "ann", epoch: 0, role: "user", isDisabled: false })
const verify = async (userId: string, password: string) =>
  password === `${userId}'s` ? { userId, method: "password" } : null
const server = makeServer(store, verify, origin)
let address = ""

beforeAll(async () => {
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const send = (path: string, headers: Record<string, string>, form: Record<string, string> = {}) =>
  fetch(address + path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", ...headers },
    body: new URLSearchParams(form),
    redirect: "manual",
  })

async function logIn(password = "ann's") {
  const { status, headers } = await send("/log-in", {}, { name: "ann", password })
  return { status, cookie: headers.get("set-cookie")?.split(";")[0] ?? "" }
}

async function seesIn(cookie: string) {
  const response = await fetch(`${address}/`, { headers: { cookie } })
  return [response.status, (await response.text()).split(" ")[0]]
}

test("two browsers log in, one logs out everywhere, and neither cookie opens anything again", async () => {
  const [laptop, phone] = [await logIn(), await logIn()]
  expect(laptop.status).toBe(303)
  expect(laptop.cookie).toMatch(/^__Host-plain-node=[\w-]{43}$/)
  for (const { cookie } of [laptop, phone]) expect(await seesIn(cookie)).toEqual([200, "ann"])

  const left = await send("/log-out-everywhere", { cookie: laptop.cookie })
  expect([left.status, left.headers.get("location")]).toEqual([303, "/"])
  expect(left.headers.get("set-cookie")).toMatch(/^__Host-plain-node=; .*Max-Age=0$/)
  expect(left.headers.get("clear-site-data")).toBe('"cache", "storage"')

  for (const { cookie } of [laptop, phone]) {
    expect(await seesIn(cookie)).toEqual([401, "<form"])
    expect((await send("/log-out-everywhere", { cookie })).status).toBe(403)
  }
  expect(await seesIn((await logIn()).cookie)).toEqual([200, "ann"])
})

test("log out ends the session in this browser alone", async () => {
  const [laptop, phone] = [await logIn(), await logIn()]
  expect((await send("/log-out", { cookie: laptop.cookie })).status).toBe(303)
  expect(await seesIn(laptop.cookie)).toEqual([401, "<form"])
  expect(await seesIn(phone.cookie)).toEqual([200, "ann"])
})

test("the wrong password opens nothing, nor does another site's form", async () => {
  expect(await logIn("bob's")).toEqual({ status: 403, cookie: "" })
  const { cookie } = await logIn()
  const foreign = { cookie, "sec-fetch-site": "cross-site" }
  expect((await send("/log-out-everywhere", foreign)).status).toBe(403)
  expect(await seesIn(cookie)).toEqual([200, "ann"])
})

test("a session tells the address of its socket", async () => {
  const { cookie } = await logIn()
  const found = await store.tokens.findByHash(hashSecret(cookie.split("=")[1] ?? ""))
  expect(found?.token.device.address).toBe("127.0.0.1")
})

test("what is no request of this app gets an answer, and stops nothing", async () => {
  expect((await fetch(`${address}/nowhere`)).status).toBe(404)
  const odd = request({
    host: "127.0.0.1",
    port: new URL(address).port,
    path: "//",
    method: "TRACE",
  })
  const [response] = await once(odd.end(), "response")
  response.resume()
  expect(response.statusCode).toBe(500)
  expect(await seesIn((await logIn()).cookie)).toEqual([200, "ann"])
})
