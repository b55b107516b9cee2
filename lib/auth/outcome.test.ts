import { expect, test, vi } from "vitest"
import { readOutcome, readWords, withOutcome, withWords } from "./outcome"
import { withoutSealed } from "./sealed-param"
import { withTypedBefore } from "./typed-before"

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

test("what an act says reaches the person who did it, on their page, and nobody else", async () => {
  const address = await withWords(
    "/admin/sessions?q=ann&said=old",
    "ben",
    "Firefox was logged out.",
  )
  expect(address).toMatch(/^\/admin\/sessions\?q=ann&said=[^&]+$/)
  expect(address).not.toContain("Firefox")
  expect(await readWords(address, "ben")).toBe("Firefox was logged out.")
  expect(await readWords(address, "ann")).toBe(null)
  expect(await readWords(address.replace("sessions", "users"), "ben")).toBe(null)
  expect(await readWords("/admin/sessions?said=Firefox", "ben")).toBe(null)
  expect(await readWords("/admin/sessions", "ben")).toBe(null)
})

test("an outcome and the words of an act do not pass for one another", async () => {
  const [outcome] = (await withOutcome("/login", "deleted")).split("=").slice(1)
  expect(await readWords(`/login?said=${outcome}`, "ben")).toBe(null)
  const said = queryOf(await withWords("/login", "ben", "Logged out.")).said
  expect(await readOutcome("/login", { outcome: said })).toBe(null)
})

test("an address goes on without what earlier acts left in it", async () => {
  const said = await withWords("/admin/sessions?q=ann", "ben", "Logged out.")
  const typed = await withTypedBefore(said, "t1", { name: ["Backup"] })
  expect(withoutSealed(`${typed}&outcome=x`)).toBe("/admin/sessions?q=ann")
  expect(withoutSealed(await withOutcome("/account/security", "linked"))).toBe("/account/security")
})
