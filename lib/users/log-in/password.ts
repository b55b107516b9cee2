import { hash, verify } from "@node-rs/argon2"
import { isCommon, isPersonal, type PasswordOwner } from "./password-blocklist"

/** Argon2id (the library's own default) with the parameters that OWASP's cheat sheet gives first: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

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
  if (isTooLong(password)) return false
  standIn ??= hashPassword("the hash of nobody's password")
  const isRight = await verify(passwordHash ?? (await standIn), normalised(password))
  return isRight && passwordHash !== null
}

let standIn: Promise<string> | undefined

export type PasswordProblem = "too_short" | "too_long" | "too_common" | "too_personal"

/** Length and blocklist, and no rules of composition (NIST SP 800-63B-4, 3.1.1.2). Null: acceptable. */
export function passwordProblem(
  password: string,
  person: PasswordOwner,
  minimumLength: number,
): PasswordProblem | null {
  if (isTooLong(password)) return "too_long"
  if (lengthOf(password) < minimumLength) return "too_short"
  if (isCommon(password)) return "too_common"
  if (isPersonal(password, person)) return "too_personal"
  return null
}

/** Whether it is the same password, however it was typed. */
export const isSamePassword = (one: string, other: string): boolean =>
  normalised(one) === normalised(other)

/** What is hashed is measured, so that what may be set can be entered, typed on whichever system. */
const lengthOf = (password: string) => [...normalised(password)].length

/** A character may be typed in several parts. What has more units than that is not even composed. */
const maxUnitsOfCharacter = 8

const isTooLong = (password: string) =>
  password.length > maxUnitsOfCharacter * maximumPasswordLength ||
  lengthOf(password) > maximumPasswordLength

/** The same characters typed on two systems must be the same password. */
const normalised = (password: string) => password.normalize("NFKC")
