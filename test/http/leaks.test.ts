import { expect, test } from "vitest"
import {
  apiTokensIn,
  leaksIn,
  leaksOf,
  linkSecretsIn,
  passwordsIn,
  sessionSecretsIn,
} from "./leaks"
import type { Exchange } from "./record-traffic"

const secret = `${"s".repeat(42)}-`
const linkSecret = `${"l".repeat(42)}-`
const apiToken = `loe_${"a".repeat(49)}`
const secrets = {
  ofSessions: new Set([secret]),
  ofLinks: new Set([linkSecret]),
  ofApp: ["the app's key"],
}

const exchange = (parts: Partial<Exchange>): Exchange => ({
  path: "/account/security/api-tokens",
  status: 200,
  cookie: "",
  sent: "",
  setCookies: [],
  answer: "",
  ...parts,
})

test("a session's secret is known from either side's cookie", () => {
  const cookie = `theme=dark; __Host-loe-session=${secret}; other=1`
  expect(sessionSecretsIn(exchange({ cookie }))).toEqual([secret])
  const setCookies = [`__Host-loe-session=${secret}; Path=/; HttpOnly`]
  expect(sessionSecretsIn(exchange({ setCookies }))).toEqual([secret])
})

test("a mailed link's secret is known from the address that opens it, and may be in no other", () => {
  const path = `/link/report?secret=${linkSecret}`
  expect(linkSecretsIn(exchange({ path }))).toEqual([linkSecret])
  expect(linkSecretsIn(exchange({ path: `/login?secret=${linkSecret}` }))).toEqual([])
  expect(leaksOf(exchange({ path, setCookies: ["__Host-loe-link=a.b.c"] }), secrets)).toEqual([])
  for (const [parts, what] of [
    [{ path: `/report?secret=${linkSecret}` }, "a link's secret in the address"],
    [{ path: "/api/auth/session", answer: linkSecret }, "a link's secret"],
    [{ path, answer: `<a href="${path}">` }, "a link's secret"],
    [
      { path, setCookies: [`__Host-loe-link=${linkSecret}; Path=/`] },
      "a link's secret in a cookie",
    ],
  ] as const) {
    expect(leaksOf(exchange(parts), secrets)).toEqual([expect.stringContaining(what)])
  }
})

test("an API token may be in the answer that makes it, alone, and nowhere else", () => {
  const answer = `1:{"secret":"${apiToken}"} 2:{"secret":"${apiToken}"}`
  expect(apiTokensIn(exchange({ answer }))).toEqual([apiToken])
  expect(leaksOf(exchange({ answer }), secrets)).toEqual([])
  const another = `loe_${"b".repeat(49)}`
  for (const [parts, what] of [
    [{ answer: `${apiToken} ${another}` }, "an API token"],
    [{ answer, path: "/account/security" }, "an API token"],
    [{ path: `/account/security/api-tokens?token=${apiToken}` }, "an API token in the address"],
  ] as const) {
    expect(leaksOf(exchange(parts), secrets)).toEqual([expect.stringContaining(what)])
  }
  expect(leaksIn(`a log's line with ${apiToken}`, secrets)).toEqual(["an API token"])
})

test("a typed password is known from either kind of form", () => {
  expect(passwordsIn(exchange({ sent: "email=a%40b.c&password=lantern+harbor%21" }))).toEqual([
    "lantern harbor!",
  ])
  const part = (name: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nlantern härbor\r\n--x--`
  for (const name of ["proof", "1_currentPassword", "newPassword", "newPasswordAgain"]) {
    const sent = Buffer.from(part(name)).toString("latin1")
    expect(passwordsIn(exchange({ sent })), name).toEqual(["lantern härbor"])
  }
})

test("each kind of secret is found, wherever it comes out", () => {
  const password = "lantern harbor"
  const sent = `password=${encodeURIComponent(password)}`
  for (const [parts, what] of [
    [{ answer: `{"token":"${secret}"}` }, "a session's secret"],
    [{ path: `/login?token=${secret}` }, "a session's secret in the address"],
    [{ answer: "<p>the app's key</p>" }, "a secret of the app"],
    [{ answer: "$argon2id$v=19$m=19456" }, "a password's hash"],
    [{ sent, answer: `<input value="${password}">` }, "a password that was typed"],
  ] as const) {
    expect(leaksOf(exchange(parts), secrets)).toEqual([expect.stringContaining(what)])
  }
  expect(leaksOf(exchange({ sent, answer: "<p>Wrong password.</p>" }), secrets)).toEqual([])
})

test("what is found is not repeated", () => {
  expect(leaksOf(exchange({ path: `/x?y=${secret}` }), secrets).join()).not.toContain(secret)
  expect(leaksIn(secret, secrets).join()).not.toContain(secret)
})
