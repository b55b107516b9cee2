import { afterAll, expect, test } from "vitest"
import { limits } from "@/lib/server/request/limits"
import { head, openRaw, sendRaw } from "@/test/http/raw-http"
import { doorUnderTest } from "./door-under-test"

const door = await doorUnderTest()
afterAll(door.close)

const closing = { Connection: "close" }
const get = (path: string, headers: Record<string, string> = {}) =>
  head(`GET ${path}`, { ...closing, ...headers })
const post = (headers: Record<string, string>, body = "") =>
  head("POST /login", { ...closing, ...headers }) + body
const chunk = (size: number) => `${size.toString(16)}\r\n${"x".repeat(size)}\r\n`
const text = { "Content-Type": "text/plain" }
const chunked = { ...text, "Transfer-Encoding": "chunked" }
const form = { "Content-Type": "application/x-www-form-urlencoded" }

const tree = encodeURIComponent(
  '["",{"children":["login",{"children":["__PAGE__",{}]}]},null,null]',
)
const many = (count: number) =>
  Object.fromEntries([...Array(count).keys()].map((each) => [`X-Header-${each}`, "1"]))

test.each([
  ["an ordinary request", get("/login?returnTo=%2F")],
  ["an address as long as one may be", get(`/${"a".repeat(limits.url - 1)}`)],
  ["as many fields as a query may have", get(`/?${"a=1&".repeat(limits.queryFields - 1)}`)],
  ["as many headers as may be", get("/", many(limits.headers - 2))],
  ["a user agent without end", get("/", { "User-Agent": "C".repeat(9_000) })],
  [
    "an offer of HTTP/2",
    get("/", { Connection: "Upgrade, HTTP2-Settings, close", Upgrade: "h2c" }),
  ],
  ["a page of the router's", get("/login", { RSC: "1", "Next-Router-State-Tree": tree })],
  ["a body in chunks", post(chunked, `${chunk(limits.bodyBytes)}0\r\n\r\n`)],
  ["a body that is waited for", post({ ...text, "Content-Length": "1" }, "x")],
  ["no body", post({ "Content-Length": "0" })],
  ["a form from AUTH_URL's own pages", post({ Origin: "https://app.example:8443" })],
  ["a form from the host that it names", post({ Origin: "http://localhost" })],
])("%s comes through", async (_, sent) => {
  expect(await sendRaw(door.port, sent)).toMatch(/^HTTP\/1\.1 200 /)
})

test.each([
  [
    "another server's address",
    400,
    "target",
    "GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
  ],
  ["a path that is no text", 400, "target", get("/%E0%A4%A")],
  ["TRACE", 400, "target", head("TRACE /login", closing)],
  ["too long an address", 414, "url", get(`/${"a".repeat(limits.url)}`)],
  ["too many fields of a query", 400, "query_fields", get(`/?${"&=".repeat(limits.queryFields)}`)],
  ["too many headers", 431, "headers", get("/", many(limits.headers))],
  ["too long a header", 431, "headers", get("/", { "X-Any": "a".repeat(limits.headerLength + 1) })],
  ["more headers than Node reads", 431, "headers", get("/", { "X-Any": "a".repeat(20_000) })],
  ["no HTTP at all", 400, "malformed", "nonsense\r\n\r\n"],
  [
    "a state of the router that is none",
    400,
    "router_headers",
    get("/", { "Next-Router-State-Tree": "x" }),
  ],
  ["an address of the router that is none", 400, "router_headers", get("/", { "Next-Url": "//[" })],
  [
    "a body that is too large",
    413,
    "body",
    post({ ...text, "Content-Length": "100001" }, "x".repeat(100_001)),
  ],
  ["chunks that are too large", 413, "body", post(chunked, `${chunk(60_000).repeat(2)}0\r\n\r\n`)],
  ["a body of a GET", 400, "body_of_read", `${get("/", { "Content-Length": "1" })}x`],
  [
    "a coding of the transfer",
    501,
    "transfer_coding",
    post({ "Transfer-Encoding": "gzip, chunked" }, "0\r\n\r\n"),
  ],
  [
    "a compressed body",
    415,
    "content_coding",
    post({ "Content-Encoding": "gzip", "Content-Length": "1" }, "x"),
  ],
  [
    "too many fields of a form",
    400,
    "form_fields",
    post({ ...form, "Content-Length": "400" }, "a&".repeat(200)),
  ],
  [
    "a form in parts without any",
    400,
    "form",
    post({ "Content-Type": "multipart/form-data; boundary=x", "Content-Length": "0" }),
  ],
  ["an origin that is none", 400, "origin", post({ Origin: "nonsense" })],
  ["a form of another site", 403, "foreign_origin", post({ Origin: "https://evil.example" })],
  [
    "a form from AUTH_URL's host by another scheme",
    403,
    "foreign_origin",
    post({ Origin: "http://app.example:8443" }),
  ],
  ["an expectation", 417, "expectation", get("/", { Expect: "wonders" })],
  ["a tunnel", 405, "connect", head("CONNECT evil.example:443")],
])("%s is refused, and the log says why", async (_, status, reason, sent) => {
  const before = door.lines.length
  expect(await sendRaw(door.port, sent)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(door.lines.slice(before)).toMatchObject([{ level: 30, status, reason }])
})

test("a refused body is not waited for where its sender asks first", async () => {
  const asking = { ...text, Expect: "100-continue" }
  const refused = await sendRaw(door.port, post({ ...asking, "Content-Length": "9000000" }))
  expect(refused).toMatch(/^HTTP\/1\.1 413 /)
  const sent = post({ ...asking, "Content-Length": "1" }, "x")
  expect(await sendRaw(door.port, sent)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
})

test("the log holds what an operator needs of a refused form, and no secret", async () => {
  const secret = "a-secret-of-a-link"
  const headers = { Host: "app.example", Origin: "https://app.example:9443" }
  await sendRaw(door.port, head(`POST /link/report?secret=${secret}`, { ...closing, ...headers }))
  expect(door.lines.at(-1)).toMatchObject({
    reason: "foreign_origin",
    path: "/link/report",
    origin: "https://app.example:9443",
    host: "app.example",
  })
  expect(JSON.stringify(door.lines)).not.toContain(secret)
})

test.each([
  [
    "a page",
    "/login",
    { Accept: "text/html,*/*;q=0.8" },
    "text/html",
    "<h1>This address is too long",
  ],
  ["a program", "/login", {}, "text/plain", "This address is too long. Check the link"],
  ["a client of the API", "/api/v1/me", {}, "application/problem+json", '"status":414'],
])("%s reads in its own form why it is refused", async (_, path, headers, type, says) => {
  const answer = await sendRaw(door.port, get(`${path}?${"a".repeat(limits.url)}`, headers))
  expect(answer).toMatch(/^HTTP\/1\.1 414 /)
  expect(answer).toContain(`Content-Type: ${type}`)
  expect(answer).toContain("Cache-Control: no-store")
  expect(answer).toContain(says)
})

test.each([
  ["an upgrade", head("GET /", { Connection: "Upgrade", Upgrade: "x" })],
  [
    "an upgrade of a path that is not there",
    head("GET /none", { Connection: "Upgrade", Upgrade: "websocket" }),
  ],
  ["a tunnel", head("CONNECT evil.example:443")],
  ["half a request", "GET / HTTP/1.1\r\nHost: loc"],
  ["half a body", post({ ...text, "Content-Length": "9" }, "x")],
  ["nothing", ""],
])("%s leaves nothing open", async (_, sent) => {
  const sockets = await Promise.all([...Array(50)].map(() => openRaw(door.port, sent)))
  for (const socket of sockets) socket.end()
  await expect.poll(door.connections).toBe(0)
})

test("one connection has its requests answered one after the other, and not without end", async () => {
  const answers = await sendRaw(door.port, head("GET /").repeat(3) + get("/last"))
  expect(answers.match(/HTTP\/1\.1 200 /g)).toHaveLength(4)

  const flood = await sendRaw(door.port, head("GET /").repeat(200))
  expect(flood.match(/HTTP\/1\.1 200 /g)).toHaveLength(limits.pipelined + 1)
  expect(flood.match(/HTTP\/1\.1 429 /g)).toHaveLength(1)
})

test("who sends much that is no request hears the refusal, and is not heard out for ever", async () => {
  const head = "GET / HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n"
  const asked = Array.from({ length: 20 }, () => sendRaw(door.port, head + "x".repeat(4_000_000)))
  for (const answer of await Promise.all(asked)) expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  const idle = await openRaw(door.port, head)
  idle.resume()
  await expect.poll(() => idle.destroyed).toBe(true)
})

test("where people come by TLS, every answer says to go on so, also a refusal", async () => {
  for (const sent of [get("/api/health"), get("/_next/static/a.js"), get("/%E0%A4%A")]) {
    expect(await sendRaw(door.port, sent)).toMatch(
      /\r\nstrict-transport-security: max-age=\d+\r\n/i,
    )
  }
  const plain = await doorUnderTest({ authUrl: new URL("http://localhost:3000") })
  expect(await sendRaw(plain.port, get("/"))).not.toMatch(/strict-transport-security/i)
  plain.close()
})
