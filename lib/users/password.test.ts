import { expect, test } from "vitest"
import { hashPassword, passwordProblem, verifyPassword } from "./password"

const ann = { email: "ann.lee@example.com" }

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
  ["that is the person's own address", "ann.lee@example.com", "too_personal"],
  ["that is the person's own address, in capitals", "Ann.Lee@Example.com", "too_personal"],
  ["that is another's address", "bob.lee@example.com", null],
])("a password %s", (_, password, problem) => {
  expect(passwordProblem(password, ann)).toBe(problem)
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
  expect(passwordProblem(password, ann)).toBe(null)
  expect(await verifyPassword(await hashPassword(password), password)).toBe(true)
})

test("nobody's hash verifies nothing, not even the stand-in's own text", async () => {
  expect(await verifyPassword(null, "the hash of nobody's password")).toBe(false)
})

test("what is too long to be a password is refused before it costs anything", async () => {
  const hash = await hashPassword("lantern harbor")
  expect(await verifyPassword(hash, "x".repeat(10_000_000))).toBe(false)
})
