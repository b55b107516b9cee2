import { hash, verify } from "@node-rs/argon2"
import { dictionary } from "@zxcvbn-ts/language-common"

/** Argon2id (the library's own default) with the parameters that OWASP's cheat sheet gives first: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const minimumPasswordLength = 12
export const maximumPasswordLength = 128

/** About as slow as a log-in; keep it out of transactions. Returns a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), parameters)
}

/**
 * Verifies against a stand-in where there is no hash, and then fails: the time must not tell who has
 * an account (ASVS 6.3.8).
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  // A character takes up to two of the units that `length` counts.
  if (password.length > 2 * maximumPasswordLength) return false
  standIn ??= hashPassword("the hash of nobody's password")
  const isRight = await verify(passwordHash ?? (await standIn), normalised(password))
  return isRight && passwordHash !== null
}

let standIn: Promise<string> | undefined

export type PasswordProblem = "too_short" | "too_long" | "too_common" | "too_personal"

/** Length and blocklist, and no rules of composition (NIST SP 800-63B-4, 3.1.1.2). Null: acceptable. */
export function passwordProblem(
  password: string,
  person: { readonly email: string },
): PasswordProblem | null {
  const length = [...password].length
  if (length < minimumPasswordLength) return "too_short"
  if (length > maximumPasswordLength) return "too_long"
  if (isCommon(password)) return "too_common"
  if (normalised(password).toLowerCase() === person.email) return "too_personal"
  return null
}

/** Common as it stands, or made of one common password or character over and over. */
function isCommon(password: string): boolean {
  const lowered = normalised(password).toLowerCase()
  const repeated = /^(.+?)\1+$/u.exec(lowered)?.[1]
  if (repeated && [...repeated].length < 4) return true
  return common().has(lowered) || (repeated !== undefined && common().has(repeated))
}

/** Built on first use: the list is long, and most processes never need it. */
function common(): ReadonlySet<string> {
  commonPasswords ??= new Set(dictionary["passwords-common"].map(String))
  return commonPasswords
}

let commonPasswords: ReadonlySet<string> | undefined

/** The same characters typed on two systems must be the same password. */
const normalised = (password: string) => password.normalize("NFKC")
