import { endablePurposes } from "log-out-everywhere"
import { expect, test } from "vitest"
import { endedFromUrl, endedInUrl } from "./ended-in-url"

test("what an act ended comes through an address as it was", () => {
  const ended = Object.fromEntries(endablePurposes.map((purpose, index) => [purpose, index + 1]))
  expect(endedFromUrl(endedInUrl(ended))).toEqual(ended)
  expect(encodeURIComponent(endedInUrl(ended))).toBe(endedInUrl(ended))
  expect(endedFromUrl(endedInUrl({}))).toEqual({})
})

test.each([
  undefined,
  ["session.2"],
  "",
  "5",
  "session",
  "session.-1",
  "session.1e9",
  "session.12345678",
  "__proto__.1",
  "<b>.1",
])("an address that says %j counts nothing", (text) => {
  expect(endedFromUrl(text)).toEqual({})
})
