import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { duration } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { keptKinds } from "./kept-kinds"

/** The rows of docs/rows.md of which each part of the page tells. */
const told: Readonly<Record<(typeof keptKinds)[number], readonly string[]>> = {
  sessions: ["token session", "ended_epoch", "TokenOrigin", "SweptToken", "SweptPerson"],
  browsers: ["token browser", "BrowserName"],
  apiTokens: ["token api"],
  links: [
    "token password_reset",
    "token magic_link",
    "token invitation",
    "token email_change",
    "token email_change_undo",
    "token report",
    "SignUpLink",
  ],
  history: ["AuditEvent"],
  emails: ["OutboxMail"],
  attempts: ["RateLimit", "RefusalCount"],
  account: ["User", "Account", "owner"],
}

/** They tell of no person. */
const ofNoOne = [
  "reason",
  "migration",
  "realm",
  "ended_generation",
  "EveryoneOutReason",
  "HourlyCount",
  "Sweep",
  "_prisma_migrations",
]

const documented = [...readFileSync("docs/rows.md", "utf8").matchAll(/^\| `(\w+)`(?: (\w+))? \|/gm)]

test("the page tells of every row that docs/rows.md lists, but for those that tell of no one", () => {
  const rows = documented.map(([, table, purpose]) => [table, purpose].filter(Boolean).join(" "))
  expect(rows.length).toBeGreaterThan(15)
  expect([...Object.values(told).flat(), ...ofNoOne].toSorted()).toEqual(rows.toSorted())
})

test("every length of time that the page tells is an argument", () => {
  const t = words("privacy")
  const lengths = { ended: "E", address: "A", audit: "U", browser: "B", shown: "S" }
  const texts = keptKinds.flatMap((kind) => [
    t(`kept.${kind}.what`),
    t(`kept.${kind}.keptFor`, lengths),
  ])
  expect(texts.join(" ")).not.toMatch(/\d/)
  expect(duration(24 * 60 * 60_000)).toBe("1 day")
})
