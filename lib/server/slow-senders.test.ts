import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, expect, test } from "vitest"
import { head, openRaw, sendRaw } from "@/test/http/raw-http"
import { bodyReader } from "./bodies"
import { doorUnderTest } from "./door-under-test"

const hasty = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 }
const door = await doorUnderTest({ ...hasty, connections: 20 })
afterAll(door.close)

const open = (count: number, text = "") =>
  Promise.all([...Array(count)].map(() => openRaw(door.port, text)))

test.each([
  ["a head", "GET / HTTP/1.1\r\nHost: loc"],
  ["a body", head("POST /", { "Content-Type": "text/plain", "Content-Length": "9" })],
])("%s that does not come to its end is given up, and the log says so", async (_, sent) => {
  const before = door.lines.length
  expect(await sendRaw(door.port, sent)).toMatch(/^HTTP\/1\.1 408 /)
  expect(door.lines.slice(before)).toMatchObject([{ reason: "slow", status: 408 }])
})

test("clients that open connections and send nothing keep nobody out", async () => {
  const sockets = await open(100)
  expect(await door.connections()).toBeLessThanOrEqual(20)
  expect(await sendRaw(door.port, head("GET /", { Connection: "close" }))).toMatch(/ 200 /)
  for (const socket of sockets) socket.destroy()
})

test("senders who stall hold back nobody but each other", async () => {
  const readBody = bodyReader({ bodyBytes: 100_000, bodiesBytes: 250_000 })
  const read: string[] = []
  const server = createServer(async (asked, response) => {
    const body = await readBody(asked).catch(() => "gone")
    read.push(`${asked.url} ${typeof body === "string" ? body : body.length}`)
    response.end()
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const send = async (path: string, length: number) => {
    const sending = { "Content-Type": "text/plain", "Content-Length": String(length) }
    await openRaw(port, head(`POST ${path}`, sending) + "x".repeat(90_000))
  }

  await send("/first", 95_000)
  await send("/second", 95_000)
  await send("/third", 90_000)
  await expect.poll(() => read).toContain("/third 90000")
  expect(read.filter((line) => line.endsWith("crowded_out"))).toHaveLength(1)
  server.close()
  server.closeAllConnections()
})
