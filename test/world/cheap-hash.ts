import { hash as argon2 } from "@node-rs/argon2"

/** Argon2id as everywhere, in a thousandth of the time: what verifies reads the cost from the hash. */
export function cheapHash(password: string): Promise<string> {
  const made = hashes.get(password) ?? argon2(password, { memoryCost: 8, timeCost: 1 })
  hashes.set(password, made)
  return made
}

const hashes = new Map<string, Promise<string>>()
