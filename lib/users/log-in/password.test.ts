import fc from "fast-check"
import { expect, test } from "vitest"
import { hashPassword, verifyPassword } from "./password"
import { passwordProblem } from "./password-problem"

const ann = { email: "ann.lee@example.com", name: "Ann Ångström" }

test.each([
  ["of 11 characters", "lantern har", "too_short"],
  ["of 12 characters", "lantern harb", null],
  ["of 128 characters", `${"lantern harbor ".repeat(8)}demo 123`, null],
  ["of 129 characters", `${"lantern harbor ".repeat(8)}demo 1234`, "too_long"],
  ["of 12 characters that take two units each", "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧", null],
  ["of 11 characters that take two units each", "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔", "too_short"],
  ["without digits, capitals or signs", "correct horse battery staple", null],
  ["with spaces around it", "  lantern harbor  ", null],
  ["that many people have", "1qaz2wsx3edc", "too_common"],
  ["that many people have, in capitals", "SONYERICSSON", "too_common"],
  ["that many people have, written wide", "ｓｏｎｙｅｒｉｃｓｓｏｎ", "too_common"],
  ["of one character over and over", "aaaaaaaaaaaaaa", "too_common"],
  ["of two characters over and over", "abababababab", "too_common"],
  ["of a common password over and over", "dragondragondragon", "too_common"],
  ["of six characters typed in two parts each", "e\u0301".repeat(6), "too_short"],
  ["of 12 characters typed in two parts each", "e\u0301a\u0308o\u0302".repeat(4), "too_common"],
  [
    "of 128 characters typed in three parts each",
    "\u1EC7\u1EA5\u1ED1\u01D8".repeat(32).normalize("NFD"),
    null,
  ],
  ["of 100 characters that are three each when composed", "\uFB03".repeat(100), "too_long"],
  ["that is common, with digits and a sign", "Password123!", "too_common"],
  ["that is common, with digits", "iloveyou1234", "too_common"],
  ["that is common, with digits before it", "2024!sunshine", "too_common"],
  ["that is common, with signs for letters", "P@$$w0rd2024", "too_common"],
  ["that is common, with signs for letters at both ends", "!loveyou1234", "too_common"],
  ["that is common, with blanks of no width", "pass\u200Bword\u200D12345", "too_common"],
  ["that is common, with a sequence of digits", "dragon1234567890", "too_common"],
  ["of a common word and more than can be tried", "dragon 8461 9372", null],
  ["that is the service's name with digits", "Everywhere123", "too_personal"],
  ["that is what the service does", "LogOutEverywhere!", "too_personal"],
  ["that is the person's own address and a digit", "ann.lee@example.com1", "too_personal"],
  ["that is the local part of it, with a year", "Ann.Lee-2024!", "too_personal"],
  ["that is the person's own name, with digits", "Ångström1234", "too_personal"],
  ["that is the person's whole name", "Ann-Ångström 7", "too_personal"],
  ["that has a name among other words", "ann keeps lantern harbor", null],
  ["that is the person's own address", "ann.lee@example.com", "too_personal"],
  ["that is the person's own address, in capitals", "Ann.Lee@Example.com", "too_personal"],
  ["that is another's address", "bob.lee@example.com", null],
])("a password %s", (_, password, problem) => {
  expect(passwordProblem(password, ann, 12)).toBe(problem)
})

test("a hash verifies its password and no other, and is salted Argon2id of the stated cost", async () => {
  const [hash, again] = [await hashPassword("lantern harbor"), await hashPassword("lantern harbor")]
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(hash).not.toBe(again)
  expect(await verifyPassword(hash, "lantern harbor")).toBe(true)
  expect(await verifyPassword(hash, "lantern harbour")).toBe(false)
  expect(await verifyPassword(hash, "")).toBe(false)
})

test("the same characters typed on two systems are the same password", async () => {
  const hash = await hashPassword("café noir au lait")
  expect(await verifyPassword(hash, "cafe\u0301 noir au lait")).toBe(true)
})

test("whatever may be set can be entered: the longest password, of characters that take two units each", async () => {
  const password = "🦊🐻🐼🐨".repeat(32)
  expect(passwordProblem(password, ann, 12)).toBe(null)
  expect(await verifyPassword(await hashPassword(password), password)).toBe(true)
})

test("whatever may be set can be entered when it is typed in parts", async () => {
  const password = "\u1EC7\u1EA5\u1ED1\u01D8".repeat(32)
  expect(passwordProblem(password, ann, 12)).toBe(null)
  const hash = await hashPassword(password)
  expect(await verifyPassword(hash, password.normalize("NFD"))).toBe(true)
})

test("what is said of a password is the same however it is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 140 }), (password) => {
      const problem = passwordProblem(password.normalize("NFC"), ann, 12)
      expect(passwordProblem(password.normalize("NFD"), ann, 12)).toBe(problem)
    }),
    { numRuns: 300 },
  )
})

test("nobody's hash verifies nothing, not even the stand-in's own text", async () => {
  expect(await verifyPassword(null, "the hash of nobody's password")).toBe(false)
})

test("what is too long to be a password is refused before it costs anything", async () => {
  const hash = await hashPassword("lantern harbor")
  expect(await verifyPassword(hash, "x".repeat(10_000_000))).toBe(false)
})
