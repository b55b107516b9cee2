import { expect, test } from "vitest"
import { deviceNames } from "./device-names"

const row = (id: string, given: object = {}) => ({
  id,
  title: "Chrome on Linux",
  address: "192.0.2.1",
  email: "ann@example.com",
  startedAt: new Date(0),
  ...given,
})

const namesOf = (...rows: ReturnType<typeof row>[]) => [
  ...deviceNames(rows, (at) => `at ${+at}`).values(),
]

test("a device is called what it is, while nobody can take it for another of the same person", () => {
  expect(namesOf(row("a"), row("b", { email: "bob@example.com" }))).toEqual([
    "Chrome on Linux",
    "Chrome on Linux",
  ])
})

test("two of a person are told apart by address, and else by when they were opened", () => {
  expect(namesOf(row("a"), row("b", { address: "192.0.2.2" }))).toEqual([
    "Chrome on Linux, 192.0.2.1",
    "Chrome on Linux, 192.0.2.2",
  ])
  expect(namesOf(row("a"), row("b", { startedAt: new Date(1) }))).toEqual([
    "Chrome on Linux, 192.0.2.1, at 0",
    "Chrome on Linux, 192.0.2.1, at 1",
  ])
})
