import { expect, test, vi } from "vitest"
import { readOutcome, withOutcome } from "./outcome"

vi.stubEnv("DATABASE_URL", "postgresql://app@localhost/none")
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")

const queryOf = (address: string) =>
  Object.fromEntries(new URL(address, "https://app.example").searchParams)

test("an outcome comes through an address as it was, for its own page alone", async () => {
  const address = await withOutcome("/login", "reported", { session: 2, api: 1 })
  expect(address).not.toContain("reported")
  const outcome = { notice: "reported", ended: { session: 2, api: 1 } }
  expect(await readOutcome("/login", queryOf(address))).toEqual(outcome)
  expect(await readOutcome("/account/security", queryOf(address))).toBe(null)
  expect(await readOutcome("/login", queryOf(await withOutcome("/login", "deleted")))).toEqual({
    notice: "deleted",
    ended: {},
  })
})

test("an outcome is told for ten minutes", async () => {
  vi.useFakeTimers()
  const query = queryOf(await withOutcome("/login", "deleted"))
  vi.advanceTimersByTime(9 * 60_000)
  expect(await readOutcome("/login", query)).not.toBe(null)
  vi.advanceTimersByTime(2 * 60_000)
  expect(await readOutcome("/login", query)).toBe(null)
  vi.useRealTimers()
})

test.each([
  {},
  { notice: "deleted", ended: "session.2" },
  { outcome: "" },
  { outcome: "deleted" },
  { outcome: ["a", "b"] },
  { outcome: "eyJhbGciOiJub25lIn0.eyJub3RpY2UiOiJkZWxldGVkIn0." },
])("an address that says %j tells of no act", async (query) => {
  expect(await readOutcome("/login", query)).toBe(null)
})
