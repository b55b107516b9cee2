import { hash, verify } from "@node-rs/argon2"
import { isTooLong, normalised } from "./password-problem"

/** Argon2id (the library's own default) with the parameters that OWASP's cheat sheet gives first: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

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

/** Whether it is the same password, however it was typed. */
export const isSamePassword = (one: string, other: string): boolean =>
  normalised(one) === normalised(other)
