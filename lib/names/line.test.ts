import fc from "fast-check"
import { expect, test } from "vitest"
import { cleanLine, cutLine, lengthOf, maxLineLength } from "./line"

test.each([
  ["a name that overrides the direction", "\u202Eevil nimda", "evil nimda"],
  ["a name in an isolate", "\u2066Ann\u2069\u200F\u061C", "Ann"],
  ["line breaks and bells", "Ann\r\nLee\u0007", "Ann Lee"],
  ["a next line", "Ann\u0085Lee", "Ann Lee"],
  ["blanks of any kind", "\u3000 Ann\u00A0\u2003 Lee\t", "Ann Lee"],
  ["blanks of no width", "A\u200Bn\uFEFFn\u2060 \u00AD", "Ann"],
  ["letters that are blank", "\u3164\u2800\u115F", ""],
  ["a name typed decomposed", "Zoe\u0308", "Zo\u00EB"],
  ["a decomposed one that something invisible divides", "Zoe\u200B\u0308", "Zo\u00EB"],
  ["a joiner between Latin letters", "A\u200Dn\u200Cn", "Ann"],
  ["a variant of a Latin letter", "Ann\uFE0F", "Ann"],
  ["half a surrogate pair", "Ann\uD83D", "Ann"],
  ["marks piled on marks", `Z${"\u0316".repeat(90)}`, `Z${"\u0316".repeat(6)}`],
])("%s is kept without what cannot be seen", (_, typed, kept) => {
  expect(cleanLine(typed)).toBe(kept)
})

test.each([
  [
    "Persian, with the joiner that keeps letters apart",
    "\u0646\u0627\u0645\u0647\u200C\u0627\u06CC",
  ],
  ["Sinhala, with the joiner that binds them", "\u0DC1\u0DCA\u200D\u0DBB\u0DD3"],
  ["a family", "👨\u200D👩\u200D👧"],
  ["a rainbow flag", "🏳\uFE0F\u200D🌈"],
  ["a person of a colour with a profession", "👩🏽\u200D🚀"],
  ["the flag of Scotland", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"],
  ["a digit on a key", "7\uFE0F\u20E3"],
  ["a variant of a Han character", "\u845B\u{E0100}\u57CE"],
  ["Hebrew with points", "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD"],
  ["Vietnamese", "Nguyễn Thị Ánh"],
  ["an apostrophe and a hyphen", "Niamh O’Sullivan-Ní Dhé"],
])("%s is kept as it is", (_, name) => {
  expect(cleanLine(name)).toBe(name.normalize("NFC"))
})

const odd = fc.constantFrom(
  ..."A é e\u0301 \u0308 \u202E \u2066 \u200B \u200C \u200D \uFE0F \u0646 \u0647 \u0DC1 \u0DCA 👩 🏽 🏳 🏴".split(
    " ",
  ),
  " ",
  "\u{E0067}",
  "\u{E007F}",
  "\uD83D",
  "\u0000",
  "\u1100",
  "\u1161",
)
const lines = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(odd, { maxLength: 40 }).map((parts) => parts.join("")),
)

test("a line that is clean stays as it is, is composed, and turns nothing about", () => {
  fc.assert(
    fc.property(lines, (text) => {
      const clean = cleanLine(text)
      expect(cleanLine(clean)).toBe(clean)
      expect(clean.normalize("NFC")).toBe(clean)
      expect(clean).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}]|^\s|\s$|\s\s/u)
    }),
    { numRuns: 500 },
  )
})

test("a line is cut between characters, and a clean one of the longest length is whole", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 30 }), (text, max) => {
      const cut = cutLine(text, max)
      expect(lengthOf(cut)).toBeLessThanOrEqual(max)
      expect(cutLine(cut, max)).toBe(cut)
    }),
    { numRuns: 1_000 },
  )
  expect(cutLine("🦊".repeat(maxLineLength + 1))).toBe("🦊".repeat(maxLineLength))
})
