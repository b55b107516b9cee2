import { describe, expect, test } from "vitest"
import { exactTime, formatNumber, listed, relativeTime } from "./format"

const now = new Date("2026-11-22T12:00:00Z")
const ago = (ms: number) => relativeTime("en-GB", new Date(+now - ms), now, "just now")
const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

describe("a moment is told by the largest unit that it fills", () => {
  test.each([
    [0, "just now"],
    [59 * second, "just now"],
    [minute, "1 minute ago"],
    [hour - second, "59 minutes ago"],
    [hour, "1 hour ago"],
    [day - second, "23 hours ago"],
    [day, "1 day ago"],
    [45 * day, "1 month ago"],
    [400 * day, "1 year ago"],
    [-3 * day, "in 3 days"],
    [second - 30 * minute, "in 30 minutes"],
    [second - 3 * day, "in 3 days"],
    [second - 30 * day, "in 30 days"],
    [second - 90 * day, "in 3 months"],
    [-30 * second, "just now"],
  ])("%i ms before now: %s", (ms, words) => {
    expect(ago(ms)).toBe(words)
  })
})

test("an exact time names its zone", () => {
  expect(exactTime("en-GB", now, "UTC")).toBe("22 Nov 2026, 12:00 UTC")
})

test("numbers and lists are written as the language has them", () => {
  expect(formatNumber("en-GB", 1_204)).toBe("1,204")
  expect(formatNumber("de-DE", 1_204)).toBe("1.204")
  expect(listed("en-GB", ["Firefox", "Chrome", "curl"])).toBe("Firefox, Chrome and curl")
  expect(listed("de-DE", ["Firefox", "curl"])).toBe("Firefox und curl")
})
