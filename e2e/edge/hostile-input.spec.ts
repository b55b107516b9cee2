import { readFileSync } from "node:fs"
import { connect } from "node:net"
import { expect, test } from "@/e2e/support/fixtures"
import { HttpClient } from "@/test/http/http-client"
import { press, submit } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"
import { testApp } from "@/test/world/app"

const password = "not the password at all"

test("an action that the app does not have is refused", async ({ user, issueTo, askWith }) => {
  const ask = askWith(await issueTo(user))
  for (const action of ["0".repeat(42), "", "x", "__proto__", "../etc/passwd"]) {
    const { status, body } = await ask("/account/security", {
      method: "POST",
      headers: { "Next-Action": action, "Content-Type": "text/plain;charset=UTF-8" },
      body: "[]",
    })
    expect([400, 409]).toContain(status)
    expect(body).not.toMatch(/node_modules|\bat \w+ \(/)
  }
})

test("forms that no page made end nothing and show nothing of the inside", async ({
  user,
  issueTo,
  askWith,
  database,
}) => {
  const ask = askWith(await issueTo(user))
  const part = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const bodies = [
    "",
    "--x",
    "--x--\r\n",
    "no boundary at all",
    `${part("$ACTION_ID_", "")}--x--`,
    `${part(`$ACTION_ID_${"0".repeat(42)}`, "")}--x--`,
    `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", "{")}--x--`,
    `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", '{"id":"x","bound":"$@1"}')}--x--`,
    `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", '{"__proto__":{"then":"$1"}}')}--x--`,
  ]
  for (const body of bodies) {
    for (const path of ["/account/security", "/login"]) {
      const headers = { "Content-Type": "multipart/form-data; boundary=x" }
      const answer = await ask(path, { method: "POST", headers, body })
      expect(answer.status, body).toBeLessThan(500)
      expect(answer.body).not.toMatch(/node_modules|\bat \w+ \(/)
      expect(answer.headers.getSetCookie().join()).not.toContain("__Host-loe-session")
    }
  }
  expect(await database.sessionsOf(user.id)).toMatchObject([{ revokedAt: null }])
  expect(await ask("/account/security")).toMatchObject({ status: 200 })
})

test("whatever arguments a script sends to an action, it is no fault of the app's", async ({
  user,
  issueTo,
  address,
}) => {
  const client = new HttpClient(address)
  const bodies = ["[]", "[null,null]", '[{},"x"]', '[{},"$Q1"]', '["$n99","$K1"]', "{{{", ""]
  const call = async (path: string, id: string, body: BodyInit, type?: string) => {
    const headers = { "Next-Action": id, Origin: address, ...(type && { "Content-Type": type }) }
    const { status } = await client.ask(path, { method: "POST", body, headers })
    expect(status, `${path} ${id} ${body}`).toBeLessThan(500)
  }
  for (const path of ["/login", "/forgot-password", "/magic-link", "/account/security"]) {
    if (path.startsWith("/account")) client.cookies.set(sessionCookieName, await issueTo(user))
    const { body: page } = await client.ask(path)
    const ids = new Set([...page.matchAll(/\b[0-9a-f]{42}\b/g)].map(([id]) => id))
    expect(ids.size).toBeGreaterThan(0)
    for (const id of ids) {
      for (const body of bodies) await call(path, id, body, "text/plain;charset=UTF-8")
      const fields = new FormData()
      fields.append(`$ACTION_ID_${id}`, "")
      const { status } = await client.ask(path, { method: "POST", body: fields })
      expect(status, `${path} ${id}`).toBeLessThan(500)
      const file = new FormData()
      file.append("0", new Blob(["[]"]))
      await call(path, id, file)
    }
  }
})

test("a form of more than a megabyte is refused, and the app goes on", async ({ address }) => {
  const client = new HttpClient(address)
  const huge = "x".repeat(1_500_000)
  const { status } = await press(client, "/login", "Log in", { email: "a@b.c", password: huge })
  expect(status).toBe(413)
  const form = { csrfToken: await client.csrfToken(), email: huge, password: huge }
  expect(await client.post("/api/auth/callback/credentials", form)).toMatchObject({ status: 413 })
  expect(await client.ask("/login")).toMatchObject({ status: 200 })
})

test("requests that no browser makes are refused before Next sees them", async ({ address }) => {
  for (const line of [
    "GET http://evil.example/account/security HTTP/1.1",
    "GET /%E0%A4%A HTTP/1.1",
    "TRACE /login HTTP/1.1",
    "OPTIONS * HTTP/1.1",
  ]) {
    const answer = await raw(address, `${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toContain("evil.example")
  }
})

for (const origin of ["", "null", "nonsense", "https://evil.example", "%00"]) {
  test(`a form from the origin "${origin}" is refused, and is no fault of the app's`, async ({
    address,
  }) => {
    const { body: page } = await new HttpClient(address).ask("/login")
    const client = new HttpClient(address, { Origin: origin })
    const fields = { email: "a@b.c", password }
    const { status } = await submit(client, "/login", page, "Log in", fields)
    expect([400, 403]).toContain(status)
  })
}

for (const callbackUrl of ["nonsense", "http://", "javascript:alert(1)"]) {
  test(`a kept callback address "${callbackUrl}" is no fault of the app's`, async ({ address }) => {
    const client = new HttpClient(address)
    const query = new URLSearchParams({ callbackUrl })
    expect(await client.ask(`/api/auth/session?${query}`)).toMatchObject({ status: 400 })
    client.cookies.set("__Secure-authjs.callback-url", encodeURIComponent(callbackUrl))
    expect(await client.ask("/api/auth/session")).toMatchObject({ status: 200, body: "null" })
  })
}

test("no text that a client sends can write a line of the log", async ({ address }) => {
  const mark = `mark-${Date.now()}`
  const line = `{"level":60,"msg":"${mark} forged"}`
  const client = new HttpClient(address, { "User-Agent": `${mark} \t{"level":60}` })
  for (const separator of ["\n", "\r\n", "\u2028", "\u0085", "\u001b[2K\r"]) {
    await client.logIn({ email: `${mark}${separator}${line}`, password })
    await client.ask(`/login?error=${encodeURIComponent(separator + line)}`)
    await client.ask(`/${encodeURIComponent(mark + separator + line)}`)
  }
  const { logFile } = testApp()
  const written = readFileSync(logFile, "utf8")
    .split(/\r\n|[\n\r\u2028\u0085]/)
    .filter((text) => text.includes(mark))
  expect(written.length).toBeGreaterThan(0)
  for (const text of written) {
    expect(JSON.parse(text)).not.toMatchObject({ level: 60 })
    expect(text).not.toContain("\u001b")
  }
})

test("an e-mail address is found in any case of any script, and no lookalike of it is", async ({
  user,
  address,
  database,
}) => {
  const local = `arlig-${user.id}`
  await database.sql(
    `UPDATE "User" SET email = $2 WHERE id = $1`,
    user.id,
    `${local}@xn--exmple-cua.com`,
  )
  const { password } = user

  const email = `${local}@exämple.com`
  const spellings = [email, email.toUpperCase(), `\u00a0${email}\n`, `${local}@xn--exmple-cua.com`]
  for (const spelled of spellings) {
    const client = new HttpClient(address)
    await client.logIn({ email: spelled, password })
    expect(await client.isLoggedIn(), spelled).toBe(true)
  }
  const lookalikes = ["а", "ａ", "a\u200b"].map((a) => email.replace("a", a))
  for (const lookalike of [...lookalikes, `${local}@exämple.cоm`]) {
    const client = new HttpClient(address)
    await client.logIn({ email: lookalike, password })
    expect(await client.isLoggedIn(), lookalike).toBe(false)
  }
})

function raw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let answer = ""
    socket.on("data", (chunk) => (answer += chunk))
    socket.on("close", () => resolve(answer))
    socket.on("error", reject)
  })
}
