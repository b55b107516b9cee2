import { createHash, hash, randomBytes } from "node:crypto"

/** The random text in a cookie or link. Never stored, logged, or sent to a page. */
export type Secret = string & { readonly __brand: "Secret" }

/** SHA-256 of a secret, 32 bytes: what is stored in its place. */
export type TokenHash = Uint8Array & { readonly __brand: "TokenHash" }

/** 256 bits from the system's generator, 43 characters of base64url (ASVS 7.2.3 asks for 128). */
export function newSecret(): Secret {
  return randomBytes(32).toString("base64url") as Secret
}

/**
 * Plain SHA-256, without salt or stretching: a secret of 256 bits cannot be guessed, and the
 * check needs one look-up by the hash alone. Takes any text, since cookies carry any text.
 */
export function hashSecret(secret: string): TokenHash {
  // Through a string, and one by one: the digest as a buffer takes three times as long.
  const digest = hash("sha256", secret, "binary")
  const bytes = new Uint8Array(digest.length)
  for (let index = 0; index < digest.length; index++) bytes[index] = digest.charCodeAt(index)
  return bytes as TokenHash
}

/**
 * A secret that programs keep: `loe_`, 256 random bits, and six characters by which a scanner of
 * leaked secrets knows it for one of ours without asking anybody.
 */
export function newApiSecret(): Secret {
  const random = newSecret()
  return `${prefix}${random}${checksumOf(random)}` as Secret
}

/** Whether a text is made like one of ours. Says nothing about whether it opens anything. */
export function looksLikeApiSecret(text: string): boolean {
  const [, random, checksum] = shape.exec(text) ?? []
  return random !== undefined && checksum === checksumOf(random)
}

const prefix = "loe_"
const shape = /^loe_([\w-]{43})([\w-]{6})$/

const checksumOf = (random: string) =>
  createHash("sha256").update(prefix).update(random).digest("base64url").slice(0, 6)
