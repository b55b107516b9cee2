import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { hashSecret, newSecret } from "./secret.ts"

test("a secret has 256 bits, in letters that a cookie and a link carry as they are", () => {
  const secret = newSecret()
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(Buffer.from(secret, "base64url")).toHaveLength(32)
})

test("no two secrets are the same", () => {
  const secrets = Array.from({ length: 1_000 }, newSecret)
  expect(new Set(secrets).size).toBe(1_000)
})

test("what is stored is the secret's SHA-256", () => {
  expect(Buffer.from(hashSecret("abc")).toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  )
})

test.each([
  ["empty", ""],
  ["huge", "x".repeat(1_000_000)],
  ["not even text", "\0\uD800\n"],
  ["of another script", "пароль🔑"],
])("any text has a hash: %s", (_, text) => {
  expect(hashSecret(text)).toEqual(new Uint8Array(createHash("sha256").update(text).digest()))
})
