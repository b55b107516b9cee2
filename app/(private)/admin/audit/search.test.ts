import { expect, test } from "vitest"
import { auditHref, parseSearch, spanOf } from "./search"

test.each([
  ["2026-11-28T14:30", "2026-11-28T14:30", "2026-11-28T14:30"],
  // As a list's address said it before there were minutes: the whole of that day.
  ["2026-11-28", "2026-11-28T00:00", "2026-11-29T00:00"],
  ["2026-11-28T14:30Z", null, null],
  ["2026-02-30", null, null],
  ["9999-12-31", "9999-12-31T00:00", null],
  ["yesterday", null, null],
])("%j is from %j, until %j", (text, from, until) => {
  expect(parseSearch({ from: text, until: text })).toMatchObject({ from, until })
})

test("a search is the address that leads back to it, and its moments are UTC's", () => {
  const said = { person: "ann@example.com", address: "10.0.0.0/8", from: "2026-11-28T14:30" }
  const href = auditHref(said)
  const search = parseSearch(Object.fromEntries(new URL(href, "http://localhost").searchParams))
  expect(search).toMatchObject({ ...said, until: null, action: null })
  expect(spanOf(search)).toEqual({ from: new Date("2026-11-28T14:30Z"), until: null })
})
