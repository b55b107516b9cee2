/** Attempts at a throttle, as people and guessers make them. */
import { randomUUID } from "node:crypto"
import type { Attempt, Door } from "@/lib/users/ports/throttle"
import type { World } from "@/test/world/people"

export const minute = 60_000
export const day = 24 * 60 * minute

let made = 0

/** For somebody and from an address that no attempt before was for or from. */
export function attemptOf(change: Partial<Attempt> = {}): Attempt {
  made++
  return {
    email: `p${made}@example.com`,
    address: `192.0.2.${made}`,
    door: { kind: "stranger" },
    ...change,
  }
}

export const aDoor = (kind: "browser" | "session"): Door => ({ kind, id: randomUUID() })

export function attemptsOn({ throttle, sql }: Pick<World, "throttle" | "sql">) {
  /** In how many milliseconds the attempt may be made; 0 where it may be made now. */
  const begin = async (attempt: Attempt, at = throttle) => (await at.begin(attempt))?.waitMs ?? 0

  /** How many of so many attempts may be made. Each comes from its own address. */
  async function allowedOf(change: Partial<Attempt>, times: number): Promise<number> {
    let allowed = 0
    for (let tried = 0; tried < times; tried++)
      if ((await begin(attemptOf(change))) === 0) allowed++
    return allowed
  }

  /** The same by a patient person who tries ten times in each quarter of an hour. */
  async function allowedOver(times: number, change: Partial<Attempt>): Promise<number> {
    let allowed = 0
    for (let tried = 0; tried < times; tried += 10) {
      await pass(15 * minute)
      allowed += await allowedOf(change, 10)
    }
    return allowed
  }

  /** Moves every counter's end nearer, as if so much time had passed. */
  async function pass(ms: number) {
    await sql(`UPDATE "RateLimit" SET expire = expire - $1::bigint - 1`, [ms])
  }

  return { begin, allowedOf, allowedOver, pass }
}
