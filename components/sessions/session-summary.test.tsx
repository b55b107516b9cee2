import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { BrowserWords } from "@/components/shell/browser-words"
import { SessionSummary } from "./session-summary"

const now = new Date("2026-11-29T12:00:00Z")
const session = {
  device: { title: "Firefox on Linux", kind: "desktop" },
  address: "192.0.2.1",
  place: null,
  lastActiveAt: now,
} as const

const textOf = (place: string | null) =>
  renderToStaticMarkup(
    <BrowserWords rooms={["sessionCard", "time"]}>
      <SessionSummary session={{ ...session, place }} />
    </BrowserWords>,
  ).replaceAll(/<[^>]*>/g, "")

test("a session's place stands beside its address, apart from what comes next, and only if it is known", () => {
  expect(textOf("near Uppsala, Sweden (approximate)")).toContain(
    "192.0.2.1 · near Uppsala, Sweden (approximate)·Active",
  )
  expect(textOf(null)).toContain("192.0.2.1·Active")
})
