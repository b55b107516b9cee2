import { createHash } from "node:crypto"
import { newSecret, type SessionToken } from "./secret.ts"

/**
 * A secret that programs keep: `loe_`, 256 random bits, and six characters by which a scanner of
 * leaked secrets knows it for one of ours without asking anybody.
 */
export function newApiSecret(): SessionToken {
  const random = newSecret()
  return `${prefix}${random}${checksumOf(random)}` as SessionToken
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
