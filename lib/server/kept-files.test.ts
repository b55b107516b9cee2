import type { RequestListener } from "node:http"
import { expect, test } from "vitest"
import { doorUnderTest } from "./door-under-test"

const script = `console.log("${"a line of a script, ".repeat(200)}")`

/** A door before an app that answers as Next does with a build's files, and counts what it is asked. */
async function doorBefore(headers: Record<string, string>, statusCode = 200) {
  const asked: string[] = []
  const app: RequestListener = ({ url = "" }, response) => {
    asked.push(url)
    response.writeHead(statusCode, { "Content-Type": "text/javascript", ...headers }).end(script)
  }
  const door = await doorUnderTest({}, app)
  const ask = (path: string, more: Record<string, string> = {}, method = "GET") =>
    fetch(door.address + path, { method, headers: { "Accept-Encoding": "gzip", ...more } })
  return { ...door, asked, ask }
}

const immutable = { "Cache-Control": "public, max-age=31536000, immutable" }
const path = "/_next/static/chunks/0f3a.js"

const own = new Set(["x-request-id", "date", "transfer-encoding", "content-length"])
const headersOf = ({ headers }: Response) => [...headers].filter(([name]) => !own.has(name))

test("what is answered for ever is asked of Next once, and answered the same from then on, each time under another id", async () => {
  const { ask, asked, close } = await doorBefore(immutable)
  const first = await ask(path)
  expect(await first.text()).toBe(script)
  const second = await ask(path)
  expect(await second.text()).toBe(script)
  expect(second.headers.get("content-encoding")).toBe("gzip")
  expect(headersOf(second)).toEqual(headersOf(first))
  expect(second.headers.get("x-request-id")).toMatch(/^\w{16}$/)
  expect(second.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"))
  expect(asked).toEqual([path])
  close()
})

test("each coding is kept by itself", async () => {
  const { ask, asked, close } = await doorBefore(immutable)
  for (const coding of ["gzip", "br", "identity", "gzip", "br", "identity"]) {
    const answer = await ask(path, { "Accept-Encoding": coding })
    const said = answer.headers.get("content-encoding") ?? "identity"
    expect([said, await answer.text()]).toEqual([coding, script])
  }
  expect(asked).toHaveLength(3)
  close()
})

test.each([
  ["is a part of it", path, { Range: "bytes=0-9" }, "GET"],
  ["asks whether it has changed", path, { "If-None-Match": '"a"' }, "GET"],
  ["asks for its headers alone", path, {}, "HEAD"],
  ["has a query", `${path}?a=1`, {}, "GET"],
  ["spells it in another way", "/_next/static/%63hunks/0f3a.js", {}, "GET"],
  ["is for a page", "/login", {}, "GET"],
])("a request that %s is Next's to answer each time", async (_, asking, headers, method) => {
  const { ask, asked, close } = await doorBefore(immutable)
  for (let time = 0; time < 2; time++) await (await ask(asking, headers, method)).text()
  expect(asked).toHaveLength(2)
  close()
})

test.each([
  ["that may change", { "Cache-Control": "public, max-age=60" }, 200],
  ["that is no success", immutable, 404],
  ["that sets a cookie", { ...immutable, "Set-Cookie": "a=b" }, 200],
])("an answer %s is not kept", async (_, headers, status) => {
  const { ask, asked, close } = await doorBefore(headers, status)
  for (let time = 0; time < 2; time++) expect((await ask(path)).status).toBe(status)
  expect(asked).toHaveLength(2)
  close()
})

test("no more is kept than a build can have", async () => {
  const large = Buffer.alloc(20 * 2 ** 20, "x")
  const asked: string[] = []
  const door = await doorUnderTest({}, ({ url = "" }, response) => {
    asked.push(url)
    response.writeHead(200, { "Content-Type": "font/woff2", ...immutable }).end(large)
  })
  const bytes = async (name: string) =>
    (await (await fetch(`${door.address}/_next/static/${name}`)).arrayBuffer()).byteLength
  for (const name of ["a.woff2", "b.woff2", "a.woff2", "b.woff2"]) {
    expect(await bytes(name)).toBe(large.length)
  }
  expect(asked).toEqual(["a", "b", "b"].map((name) => `/_next/static/${name}.woff2`))
  door.close()
})
