import fc from "fast-check"
import { expect, test } from "vitest"
import { safeReturnTo } from "./request"
import { factsOf } from "./request-facts"

const home = "/account/security"

test.each([
  ["/admin/users?search=ann&page=2", "/admin/users?search=ann&page=2"],
  ["/", "/"],
  ["/account/security?a=b#api-tokens", "/account/security?a=b#api-tokens"],
  ["/account/../admin", "/admin"],
  ["/a%2F%2Fevil.example", "/a%2F%2Fevil.example"],
])("after the log-in, %s is gone back to", (asked, path) => {
  expect(safeReturnTo(asked)).toBe(path)
})

test.each([
  ["nothing", undefined],
  ["null", null],
  ["no text", new Blob()],
  ["an empty text", ""],
  ["another site", "https://evil.example/"],
  ["another site without its scheme", "//evil.example"],
  ["another site behind a backslash", "/\\evil.example"],
  ["another site behind two backslashes", "\\\\evil.example"],
  ["another site behind a tab", "/\t/evil.example"],
  ["another site behind a line break", "/\n/evil.example"],
  ["a path that becomes another site", "/.//evil.example"],
  ["a path that becomes another site on the way up", "/a/..//evil.example"],
  ["a script", "javascript:alert(1)"],
  ["a path without its slash", "admin"],
  ["the log-in page, which would come back to itself", "/login?returnTo=/login"],
  ["the log-out page", "/log-out"],
  ["an endpoint", "/api/auth/signout"],
  ["an endpoint on the way up", "/account/../api/auth/signout"],
])("after the log-in, %s is not gone to", (_, asked) => {
  expect(safeReturnTo(asked)).toBe(home)
})

test("whatever is asked for, one lands on a page of this app", () => {
  const parts = fc.constantFrom(
    "/",
    "\\",
    "//",
    ".",
    "..",
    ":",
    "@",
    "\t",
    "\n",
    "%2f",
    "?",
    "#",
    "evil.example",
    "https",
    "api",
    "a",
  )
  const asked = fc.oneof(
    fc.string(),
    fc.array(parts).map((each) => `/${each.join("")}`),
  )
  fc.assert(
    fc.property(asked, (value) => {
      const landed = new URL(safeReturnTo(value), "https://app.example/login")
      expect(landed.origin).toBe("https://app.example")
      expect(landed.pathname).not.toMatch(/^\/(?:api\/|log)/)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ["a page of this app", "same-origin", true],
  ["the person, who typed the address", "none", true],
  ["a browser that does not say", undefined, true],
  ["a page of a sibling host", "same-site", false],
  ["another site's page", "cross-site", false],
  ["a browser that says something new", "something-new", false],
])("a request that comes from %s", (_, site, isOurs) => {
  const headers = new Headers(site ? { "sec-fetch-site": site } : {})
  expect(factsOf(headers).isFromOurPages).toBe(isOurs)
})

test("a list that renews itself is no activity of a person's, and what they do meanwhile is", () => {
  const asked = (method: string, cookie = "") =>
    factsOf(new Headers({ "x-loe-method": method, cookie })).isPersons
  expect(asked("GET")).toBe(true)
  expect(asked("GET", "a=b; loe-by-itself=1")).toBe(false)
  expect(asked("POST", "a=b; loe-by-itself=1")).toBe(true)
})

test("a device is what the server saw and what the browser says, cut short where that is endless", () => {
  expect(factsOf(new Headers()).device).toEqual({ address: null, userAgent: null })
  const headers = { "x-loe-address": "192.0.2.1", "user-agent": "x".repeat(5_000) }
  expect(factsOf(new Headers(headers)).device).toEqual({
    address: "192.0.2.1",
    userAgent: "x".repeat(1_000),
  })
})
