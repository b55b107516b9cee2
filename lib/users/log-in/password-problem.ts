import { isCommon, isPersonal, type PasswordOwner } from "./password-blocklist"

export const maximumPasswordLength = 128

export type PasswordProblem = "too_short" | "too_long" | "too_common" | "too_personal"

/**
 * Length and blocklist, and no rules of composition (NIST SP 800-63B-4, 3.1.1.2). Null: acceptable. The server
 * judges by it, and so does a browser while the password is typed.
 */
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

export const isTooLong = (password: string) =>
  password.length > maxUnitsOfCharacter * maximumPasswordLength ||
  lengthOf(password) > maximumPasswordLength

/** What is hashed is measured, so that what may be set can be entered, typed on whichever system. */
const lengthOf = (password: string) => [...normalised(password)].length

/** A character may be typed in several parts. What has more units than that is not even composed. */
const maxUnitsOfCharacter = 8

/** The same characters typed on two systems must be the same password. */
export const normalised = (password: string) => password.normalize("NFKC")
