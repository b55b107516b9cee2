import { afterEach, expect, test } from "vitest"
import { inLanguage } from "@/lib/texts/language"
import { near, withPlace } from "./near"
import type { Place } from "./place"
import { keepPlaces, nowhere } from "./places"

afterEach(() => keepPlaces(nowhere))

const at = (place: Place) => keepPlaces({ find: () => place, credit: null })

test.each([
  [{ city: "Uppsala", country: "Sweden" }, "near Uppsala, Sweden (approximate)"],
  [{ city: "Uppsala", country: null }, "near Uppsala (approximate)"],
  [{ city: null, country: "Sweden" }, "in Sweden (approximate)"],
])("%j is %j, and an address takes it along", (place, words) => {
  at(place)
  expect(near("192.0.2.1")).toBe(words)
  expect(withPlace("192.0.2.1")).toBe(`192.0.2.1, ${words}`)
})

test("in a line from right to left it stays in one piece", () => {
  expect(inLanguage("en-XB", () => withPlace("2001:db8::1"))).toBe("\u20662001:db8::1\u2069")
})

test("without a database nothing is guessed", () => {
  expect(near("192.0.2.1")).toBeNull()
  expect(withPlace("192.0.2.1")).toBe("192.0.2.1")
})

test("an address that is not known has no place", () => {
  at({ city: "Uppsala", country: "Sweden" })
  expect(near(null)).toBeNull()
})
