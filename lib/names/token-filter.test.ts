import { expect, test } from "vitest"
import {
  filterFields,
  readTokenFilter,
  type TokenQuery,
  wordsOf,
  wordsOfText,
} from "./token-filter"

const now = new Date("2026-11-29T12:00:00Z")
const read = (query: TokenQuery) => readTokenFilter(query, now)

test("without a word it finds live sessions, and with a reason those that ended for it", () => {
  expect(read({}).filter).toEqual({ purpose: "session", status: "active" })
  expect(read({ purpose: "any", status: "any" }).filter).toEqual({ purpose: null, status: null })
  expect(read({ reason: "reported" }).filter).toMatchObject({ status: "revoked" })
})

test.each<[TokenQuery, object]>([
  [{ address: "10.77.3.4" }, { network: "10.77.3.4/32" }],
  [{ address: "10.77.3.4/16" }, { network: "10.77.0.0/16" }],
  [{ address: "10.77." }, { network: "10.77.0.0/16" }],
  [{ address: "2001:DB8::1" }, { network: "2001:db8::1/128" }],
  [{ address: "2001:db8:77::/48" }, { network: "2001:db8:77::/48" }],
  [{ address: "2001:db8:" }, { network: "2001:db8::/32" }],
  [
    { browser: "FIREFOX", system: "ios" },
    { browser: "Firefox", system: "iOS" },
  ],
  [{ since: "2026-11-28" }, { issuedSince: new Date("2026-11-28T00:00:00Z") }],
  [{ until: "2026-11-28" }, { issuedBefore: new Date("2026-11-29T00:00:00Z") }],
  [{ until: "2026-11-28 09:30" }, { issuedBefore: new Date("2026-11-28T09:30:00Z") }],
  [{ since: "2026-11-28T09:30+02:00" }, { issuedSince: new Date("2026-11-28T07:30:00Z") }],
  [{ since: "24h" }, { issuedSince: new Date("2026-11-28T12:00:00Z") }],
  [
    { idle: "30m", expires: "7d" },
    { unusedMs: 1_800_000, expiresInMs: 604_800_000 },
  ],
])("%j is understood", (query, filter) => {
  expect(read(query).filter).toMatchObject(filter)
})

test.each<[TokenQuery]>([
  [{ address: "10.77.0.0/33" }],
  [{ address: "10.777." }],
  [{ address: "somewhere" }],
  [{ role: "root" }],
  [{ device: "toaster" }],
  [{ purpose: "key" }],
  [{ status: "dead" }],
  [{ reason: "boredom" }],
  [{ since: "yesterday" }],
  [{ since: "2026-02-30" }],
  [{ until: "2026-11-28T25:00Z" }],
  [{ idle: "soon" }],
  [{ expires: "-1h" }],
  [{ expires: "9999999d" }],
])("%j is a problem of that field, and finds nothing", (query) => {
  expect(read({ browser: "Firefox", ...query })).toEqual({
    filter: null,
    problems: Object.keys(query),
  })
})

test("hostile words are problems or plain texts, and never thrown", () => {
  for (const text of ["\0", "' OR 1=1 --", "\ud800", "x".repeat(100_000), "::", "1.2.3.4/", "%"]) {
    for (const field of filterFields) expect(() => read({ [field]: text })).not.toThrow()
  }
})

test("one field for both takes a network address for one, and anything else for a person", () => {
  expect(wordsOfText("192.0.2.")).toEqual({ address: "192.0.2." })
  expect(wordsOfText("192.ann@example.com")).toEqual({ person: "192.ann@example.com" })
})

test("the words of a filter stand in one order, without those that say nothing", () => {
  expect(JSON.stringify(wordsOf({ status: " any ", person: "ann", role: "" }))).toBe(
    '{"person":"ann","status":"any"}',
  )
})
