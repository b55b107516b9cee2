import { once } from "node:events"
import { readdirSync, readFileSync } from "node:fs"
import type { Socket } from "node:net"
import { confirm } from "@/e2e/support/acts"
import { expect } from "@/e2e/support/fixtures"
import { logIn } from "@/e2e/support/log-in"
import { testWith } from "@/e2e/support/own-app"
import { freePort } from "@/scripts/postgres/embedded-server"
import { head, openRaw, sendRaw } from "@/test/http/raw-http"
import { type PassedHost, startTlsProxy } from "@/test/http/tls-proxy"

const tlsPort = await freePort()
const site = `https://localhost:${tlsPort}`
// Not recorded: what is written down of each body would be the memory that is measured.
const launch = { watched: "nothing", descriptors: 400 } as const
const test = testWith({ AUTH_URL: site, LOG_LEVEL: "info" }, launch)

// One app, and no other test of it at the same time.
test.describe.configure({ mode: "default" })

const descriptorsOf = (pid: number | undefined) => readdirSync(`/proc/${pid}/fd`).length
const health = head("GET /api/health", { Connection: "close" })

function memoryOf(pid: number | undefined): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? []
  return Number(kilobytes) / 1_024
}

const upgrade = (protocol: string) => ({ Connection: "Upgrade", Upgrade: protocol })

test("a thousand upgrades, tunnels and half requests leave nothing open, and a process of 400 descriptors serves on", async ({
  ownApp: { port, pid },
}) => {
  expect(await sendRaw(port, health)).toMatch(/^HTTP\/1\.1 200 /)
  const before = descriptorsOf(pid)
  const kinds = [
    head("GET /", upgrade("x")),
    head("GET /nothing/is/here", upgrade("websocket")),
    head("CONNECT evil.example:443"),
    "GET / HTTP/1.1\r\nHost: loc",
    "",
  ]
  const sockets: Socket[] = []
  for (const kind of kinds) {
    const batch = [...Array(200)].map(() => openRaw(port, kind))
    sockets.push(...(await Promise.all(batch)))
    expect(await sendRaw(port, health)).toMatch(/^HTTP\/1\.1 200 /)
  }
  for (const socket of sockets) socket.end()
  await expect.poll(() => descriptorsOf(pid)).toBeLessThanOrEqual(before + 10)
})

test("an offer of HTTP/2 is answered as if it had not been made", async ({ ownApp: { port } }) => {
  const offer = { ...upgrade("h2c"), Connection: "Upgrade, HTTP2-Settings, close" }
  expect(await sendRaw(port, head("GET /api/health", offer))).toMatch(/^HTTP\/1\.1 200 /)
  expect(await sendRaw(port, head("GET /none", offer))).toMatch(/^HTTP\/1\.1 404 /)
})

test("what Next takes quadratic time for does not reach it", async ({ ownApp: { port } }) => {
  const closing = { Connection: "close" }
  const query = head(`GET /login?${"&=".repeat(3_000)}`, { ...closing, Accept: "text/html" })
  expect(await sendRaw(port, query)).toMatch(
    /^HTTP\/1\.1 400 (?:.|\n|\r)*<h1>This request can't be read/,
  )
  const agent = head("GET /login", { ...closing, "User-Agent": "C".repeat(15_000) })
  expect(await sendRaw(port, agent)).toMatch(/^HTTP\/1\.1 200 /)
  const router = { ...closing, RSC: "1", "Next-Router-State-Tree": "x" }
  expect(await sendRaw(port, head("GET /nothing/is/here", router))).toMatch(/^HTTP\/1\.1 400 /)
})

test("forty bodies of nine megabytes in chunks cost no memory", async ({
  ownApp: { port, pid },
}) => {
  const before = memoryOf(pid)
  const text = { "Content-Type": "text/plain", "Transfer-Encoding": "chunked" }
  const chunks = `100000\r\n${"x".repeat(0x100000)}\r\n`.repeat(9)
  const body = Buffer.from(head("POST /login", text) + chunks)
  const stalled = [...Array(40)].map(() => openRaw(port, body))
  const sockets = await Promise.all(stalled)
  for (const [answer] of await Promise.all(sockets.map((socket) => once(socket, "data")))) {
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /)
  }
  expect(await sendRaw(port, health)).toMatch(/^HTTP\/1\.1 200 /)
  expect(memoryOf(pid) - before).toBeLessThan(100)
  for (const socket of sockets) socket.destroy()
})

for (const host of ["$host", "$http_host"] satisfies PassedHost[]) {
  test(`behind TLS on a port of its own, with a proxy that passes on ${host}, every form works and nothing fails`, async ({
    user,
    newDevice,
    ownApp: { port, logFile },
  }) => {
    const proxy = await startTlsProxy({ listen: tlsPort, app: port }, host)
    test.info().annotations.push({ type: "proxy", description: proxy.kind })
    const already = readFileSync(logFile, "utf8").length
    for (const javaScriptEnabled of [true, false]) {
      const page = await newDevice({ baseURL: site, ignoreHTTPSErrors: true, javaScriptEnabled })
      await logIn(page, user)
      await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible()
      expect(page.url()).toBe(`${site}/account/security`)
      const button = page.getByRole("button", { name: "Log out everywhere" })
      if (javaScriptEnabled) await confirm(button, "Log out everywhere, including this device?")
      else await button.click()
      await expect(page).toHaveURL(/\/login/)
      // What it still prefetches would complain of the proxy that stops.
      await page.close()
    }
    await proxy.stop()
    const lines = readFileSync(logFile, "utf8").slice(already).split("\n").filter(Boolean)
    expect(lines.filter((line) => /"level":[456]0|request refused/.test(line))).toEqual([])
  })
}
