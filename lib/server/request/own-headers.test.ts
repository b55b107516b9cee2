import { afterAll, expect, test } from "vitest"
import { doorUnderTest } from "@/lib/server/door-under-test"
import { head, sendRaw } from "@/test/http/raw-http"

const alone = await doorUnderTest()
const proxied = await doorUnderTest({ trustedProxyHops: 1 })
afterAll(() => {
  alone.close()
  proxied.close()
})

/** The headers with which a request comes through. */
async function through(
  { port }: typeof alone,
  headers: Record<string, string>,
  method = "GET",
): Promise<Record<string, string>> {
  const answer = await sendRaw(
    port,
    head(`${method} /login?a=1&_rsc=x`, { ...headers, Connection: "close" }),
  )
  return JSON.parse(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1)).headers
}

test("what Next and platforms tell each other comes through from nobody", async () => {
  const names = [
    "X-Loe-Address",
    "X-Loe-Anything",
    "X-Middleware-Subrequest",
    "X-Middleware-Override-Headers",
    "X-Middleware-Request-X-Nonce",
    "X-Invoke-Path",
    "X-Matched-Path",
    "X-Now-Route-Matches",
    "X-Vercel-Id",
    "X-Nextjs-Data",
    "X-Next-Resume-State-Length",
    "X-Next-Revalidated-Tags",
    "X-Prerender-Revalidate",
    "X-Action-Forwarded",
    "Next-Resume",
    "X-Nonce",
    "Content-Security-Policy",
    "Content-Security-Policy-Report-Only",
    "Set-Cookie",
  ]
  const forged = Object.fromEntries(names.map((name) => [name, "forged"]))
  const came = await through(alone, forged)
  expect(JSON.stringify(came)).not.toContain("forged")
  expect(came).toMatchObject({
    "x-loe-address": "127.0.0.1",
    "x-loe-path": "/login?a=1",
    "x-loe-method": "GET",
  })
})

test("what Next's own script in the browser sends comes through", async () => {
  const sent = {
    rsc: "1",
    "next-url": "/login",
    "x-deployment-id": "1",
    "next-action": "0".repeat(42),
  }
  expect(await through(alone, sent)).toMatchObject(sent)
})

test("a user agent is cut where it has no end", async () => {
  const { "user-agent": cut } = await through(alone, { "User-Agent": "C".repeat(9_000) })
  expect(cut).toBe("C".repeat(1_000))
})

const forwarded = {
  "X-Forwarded-For": "203.0.113.9",
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-Proto": "https",
  "X-Forwarded-Port": "444",
}

test("without proxies nothing that is forwarded is believed, and the log asks once whether there is one", async () => {
  for (const _ of [1, 2]) {
    const came = await through(alone, forwarded)
    expect(came).toMatchObject({ host: "localhost", "x-loe-address": "127.0.0.1" })
    expect(Object.keys(came).filter((name) => name.startsWith("x-forwarded"))).toEqual([])
  }
  const asked = alone.lines.filter(({ level }) => level === 40)
  expect(asked).toMatchObject([{ msg: expect.stringContaining("Set TRUSTED_PROXY_HOPS") }])
})

test("behind a proxy the client's address is believed, and the scheme is not passed on", async () => {
  const came = await through(proxied, forwarded)
  expect(came["x-loe-address"]).toBe("203.0.113.9")
  expect(came).not.toHaveProperty("x-forwarded-proto")
  expect(proxied.lines).toEqual([])
})

test.each(["app.example", "app.example:8443", "127.0.0.1:3000"])(
  "a form from AUTH_URL's own pages has come to AUTH_URL, where its proxy says %s",
  async (host) => {
    const headers = { Host: host, Origin: "https://app.example:8443", "Content-Length": "0" }
    expect(await through(proxied, headers, "POST")).toMatchObject({ host: "app.example:8443" })
    const elsewhere = { ...headers, "X-Forwarded-Host": "evil.example" }
    expect(await through(proxied, elsewhere, "POST")).not.toHaveProperty("x-forwarded-host")
  },
)

test("a request of this process to itself keeps the address of the client that it is for", async () => {
  const came = await through(proxied, forwarded)
  const mark = came["x-loe-own"] ?? ""
  const own = { "X-Loe-Own": mark, "X-Loe-Address": "203.0.113.9", "X-Action-Forwarded": "1" }
  expect(await through(alone, own)).toMatchObject({
    "x-loe-address": "203.0.113.9",
    "x-action-forwarded": "1",
  })
  const forged = { ...own, "X-Loe-Own": `${mark}0` }
  expect(await through(alone, forged)).toMatchObject({ "x-loe-address": "127.0.0.1" })
})
