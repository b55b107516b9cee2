import { createHash } from "node:crypto"
import { type Pooled, poolQuery } from "@/lib/db/query"
import type { Door, Stop, Throttle } from "@/lib/users/ports/throttle"
import { limiterOn, stopAt } from "./limiter"
import { networkLimiterOn } from "./network-limiter"

const windowS = 15 * 60

/** Longer than any session or known browser lasts. */
const doorS = 400 * 24 * 60 * 60

/** A streak that is left alone for so long is forgotten. */
const streakS = 30 * 24 * 60 * 60

/**
 * Failures allowed. The two streaks of an account, strangers' and everybody else's, together stay within
 * the 100 of NIST SP 800-63B-4 3.2.2, and a guesser who fills one has to leave it alone for a month: 600 guesses
 * a year. One known browser or session closes its own door long before it has filled the streak that it
 * shares with the owner's.
 */
const allowed = { perAddress: 30, ofStrangers: 10, perDoor: 10, inARow: 50 }

export function throttleOn({ pool }: Pooled): Throttle {
  const addresses = networkLimiterOn(pool, "address", allowed.perAddress, windowS)
  const strangers = limiterOn(pool, "account", allowed.ofStrangers, windowS)
  const doors = limiterOn(pool, "door", allowed.perDoor, doorS)
  const streaks = limiterOn(pool, "streak", allowed.inARow, streakS)
  const query = poolQuery({ pool })
  const endStreaks = (email: string) =>
    Promise.all([
      streaks.delete(streakKey("stranger", email)),
      streaks.delete(streakKey("known", email)),
    ])

  /** Each failure moves the streak's end ahead, so that no month holds more of them than one streak. */
  const addToStreak = async (key: string): Promise<Stop | null> => {
    const stop = await stopAt(streaks, key)
    if (!stop) await query(prolong, [streaks.getKey(key), Date.now() + streakS * 1000])
    return stop
  }

  return {
    async begin({ email, address, door }) {
      // The address first: one that is stopped here adds nothing to anybody's account. Where nobody knows
      // it: counted together, thirty failures would lock everybody out.
      const stop = address ? await addresses.consume(address) : null
      if (stop) return stop
      if (door.kind !== "stranger") {
        const closed =
          (await stopAt(doors, doorKey(door))) ?? (await addToStreak(streakKey("known", email)))
        if (!closed || door.kind === "session") return closed
      }
      const key = streakKey("stranger", email)
      return (await stopAt(strangers, key)) ?? addToStreak(key)
    },

    async succeed({ email, address, door }) {
      await Promise.all([
        address && addresses.reward(address),
        door.kind === "stranger"
          ? strangers.delete(streakKey("stranger", email))
          : doors.delete(doorKey(door)),
        endStreaks(email),
      ])
    },

    async clear(email) {
      await Promise.all([strangers.delete(streakKey("stranger", email)), endStreaks(email)])
    },
  }
}

const prolong = {
  name: "throttle_prolong",
  text: `UPDATE "RateLimit" SET expire = greatest(expire, $2::bigint) WHERE key = $1`,
}

const doorKey = ({ kind, id }: Exclude<Door, { kind: "stranger" }>) => `${kind}:${id}`

/** By hash: an address that somebody typed is nobody's business, and may be longer than the column. */
function streakKey(whose: "stranger" | "known", email: string): string {
  return `${whose}:${createHash("sha256").update(email).digest("base64url")}`
}
