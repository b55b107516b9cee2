import fc from "fast-check"
import { expect, test } from "vitest"
import { longAddresses, oddAddresses } from "@/test/mail/odd-addresses"
import { emailProblem, parseEmail } from "./email"
import { shownEmail } from "./shown-email"

test.each(oddAddresses)("%j is kept as %j", (typed, kept) => {
  expect(parseEmail(typed)).toBe(kept)
})

test.each(longAddresses.map((typed) => [typed.length, typed] as const))(
  "an address of %i characters is none",
  (_, typed) => {
    expect(parseEmail(typed)).toBe(null)
  },
)

const pieces = fc.constantFrom(
  ...'a b.c @ @ example.com müller ß \u0130 \u212A ｅ 。 xn-- xn--mller-kva - . , " < % \u200D \u05D0 1'.split(
    " ",
  ),
  " ",
  "\0",
  "\n",
)
const texts = fc.oneof(
  fc.emailAddress(),
  fc.string({ unit: "binary" }),
  fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join("")),
)

test("an address that is kept stays as it is, in ASCII and lower case, with one @", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const kept = parseEmail(text)
      expect(emailProblem(text) === null).toBe(kept !== null)
      if (kept === null) return
      expect(parseEmail(kept)).toBe(kept)
      expect(kept).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
      expect(kept).toBe(kept.toLowerCase())
    }),
    { numRuns: 500 },
  )
})

test("no character of a local part is mapped to another person's", () => {
  const localPart = fc.string({ unit: "binary", minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(localPart, (typed) => {
      const kept = parseEmail(`${typed}@example.com`)
      if (kept === null) return
      expect(kept).toBe(
        `${typed.trimStart()}@example.com`.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
      )
    }),
    { numRuns: 500 },
  )
})

test("what is shown is the same address", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const kept = parseEmail(text)
      if (kept) expect(parseEmail(shownEmail(kept))).toBe(kept)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ["jürgen@example.com", "local_part"],
  ["почта@пример.рф", "local_part"],
  ["jürgen@", "malformed"],
  ["jürgen@exa mple.com", "malformed"],
  ["ann", "malformed"],
  ["ann@example.com", null],
])("what is wrong with %s is %s", (typed, problem) => {
  expect(emailProblem(typed)).toBe(problem)
})

test.each([
  ["info@müller.example", "info@müller.example"],
  ["info@faß.example", "info@faß.example"],
  ["post@пример.рф", "post@пример.рф"],
  ["post@παράδειγμα.ελ", "post@παράδειγμα.ελ"],
  ["ann@日本.jp", "ann@日本.jp"],
  ["ann@한국.example", "ann@한국.example"],
  // What could pass for another domain stays as it is kept.
  ["ann@аррӏе.com", "ann@xn--80ak6aa92e.com"],
  ["ann@аpple.com", "ann@xn--pple-43d.com"],
  ["ann@googleノlogin.example", "ann@xn--googlelogin-7e5j.example"],
  ["ann@gıthub.com", "ann@xn--gthub-n4a.com"],
  ["ann@דוגמה.example", "ann@xn--6dbbec0c.example"],
  ["ann@xn--zz.example", "ann@xn--zz.example"],
])("%s is shown as %s", (typed, shown) => {
  expect(shownEmail(parseEmail(typed) ?? "")).toBe(shown)
})
