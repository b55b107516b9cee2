import { expect, test } from "vitest"
import { namesOf, now, rowsOf, session, shown } from "./list-under-test.tsx"

/** What the Tab key stops at while everything is folded. */
function stopsOf(markup: string): number {
  const unfolded = markup.replace(/<details.*?<\/summary>(.*?)<\/details>/gs, "<summary>")
  return (unfolded.match(/<summary|<a |<button(?![^>]* disabled)|tabindex="0"/g) ?? []).length
}

test("each row has three stops of the Tab key at most, and none for a time", () => {
  const rows = rowsOf(
    shown([
      session("here"),
      session("known"),
      session("new", { browserId: "b", isNew: true, browserName: "Phone", place: "Oslo" }),
    ]),
  )
  expect(rows.map(stopsOf)).toEqual([2, 2, 3])
  for (const row of rows) {
    expect(row).toContain('<time dateTime="2026-05-03T09:30:00.000Z">')
    expect(row).not.toMatch(/<time[^>]*tabindex/i)
  }
})

test("no two buttons have one name: equal devices are told apart by day, by minute, and at last by number", () => {
  const markup = shown([
    session("here"),
    session("another day", { issuedAt: new Date("2025-05-02T08:00:00Z") }),
    session("morning", { issuedAt: new Date("2026-05-03T08:00:00Z") }),
    session("evening", { issuedAt: new Date("2026-05-03T20:00:00Z") }),
    session("twin", { issuedAt: new Date("2026-05-03T20:00:10Z") }),
  ])
  const names = namesOf(markup)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain("Log out Firefox on Android, started 2 May 2025")
  expect(names).toContain("Log out Firefox on Android, started 3 May 2026, 08:00 UTC")
  expect(names).toContain("Log out Firefox on Android, started 3 May 2026, 20:00 UTC (2)")
})

test("a button's name is the device and the day on which its session began", () => {
  const names = namesOf(shown([session("here", { title: "Here" }), session("other")]))
  expect(names).toContain("Log out Firefox on Android, started 3 May")
  expect(names).toContain("Log out of this device")
})

test("a row and the session that a browser is sent for it are less than 3,000 bytes together", () => {
  const long = session("0199f1d2-7c1b-7d3e-9d2a-5f0e2b7c4a11", {
    browserId: "0199f1d2-7c1b-7d3e-9d2a-5f0e2b7c4a12",
    isNew: true,
    isRemembered: true,
    method: "Password",
    idleAt: now,
    expiresAt: now,
    device: {
      address: "2001:db8:85a3:8d3:1319:8a2e:370:7348",
      userAgent:
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    },
  })
  const [row = ""] = rowsOf(shown([long], { currentId: "another" }))
  expect(row.length + JSON.stringify(long).length).toBeLessThan(3_000)
})
