import { expect, test } from "vitest"
import { nextTry } from "./retry"

const second = 1000
const hour = 3600 * second
const createdAt = new Date(0)

test.each([
  ["ten seconds after the first", 1, 10 * second],
  ["twice as long after the second", 2, 20 * second],
  ["twice as long again after the third", 3, 40 * second],
  ["four hours after many", 12, 4 * hour],
  ["four hours after very many", 2000, 4 * hour],
])("a mail is tried again %s", (_, tries, pauseMs) => {
  const now = new Date(5)
  expect(nextTry({ createdAt, tries }, now)).toEqual(new Date(+now + pauseMs))
})

test.each([
  ["tried again just before it is two days old", 48 * hour - 1, true],
  ["given up exactly at two days", 48 * hour, false],
])("a mail is %s", (_, ageMs, isTried) => {
  expect(nextTry({ createdAt, tries: 1 }, new Date(ageMs)) !== null).toBe(isTried)
})

test("a mail server that is away for a minute delays a mail by less than another minute", () => {
  let now = createdAt
  for (let tries = 1; +now < 60 * second; tries++) now = nextTry({ createdAt, tries }, now) ?? now
  expect(+now).toBeLessThan(120 * second)
})
