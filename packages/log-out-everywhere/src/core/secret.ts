import { createHash, randomBytes } from "node:crypto"

/** The random text in a cookie or link. Never stored, logged, or sent to a page. */
export type SessionToken = string & { readonly __brand: "SessionToken" }

/** SHA-256 of a secret, 32 bytes: what is stored in its place. */
export type TokenHash = Uint8Array & { readonly __brand: "TokenHash" }

/** 256 bits from the system's generator, 43 characters of base64url (ASVS 7.2.3 asks for 128). */
export function newSecret(): SessionToken {
  return randomBytes(32).toString("base64url") as SessionToken
}

/**
 * Plain SHA-256, without salt or stretching: a secret of 256 bits cannot be guessed, and the
 * check needs one look-up by the hash alone. Takes any text, since cookies carry any text.
 */
export function hashSecret(secret: string): TokenHash {
  return new Uint8Array(createHash("sha256").update(secret).digest()) as TokenHash
}
