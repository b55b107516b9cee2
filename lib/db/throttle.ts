import { createHash } from "node:crypto"
import type { Door, Throttle } from "@/lib/users/throttle"
import { type Connection, connection } from "./client"
import { limiterOn, waitMs } from "./limiter"
import { networkLimiterOn } from "./network-limiter"

const windowS = 15 * 60

/** Longer than any session or known browser lasts. */
const doorS = 400 * 24 * 60 * 60

/**
 * Failures allowed. The two rows of an account, strangers' and everybody else's, together stay within
 * the 100 of NIST SP 800-63B-4 3.2.2. One known browser or session closes its own door long before it
 * has filled the row that it shares with the owner's.
 */
const allowed = { perAddress: 30, ofStrangers: 10, perDoor: 10, inARow: 50 }

/** The throttle on the app's own connection. */
export const throttle = (): Throttle => (kept ??= throttleOn(connection()))

let kept: Throttle | undefined

export function throttleOn({ pool }: Pick<Connection, "pool">): Throttle {
  const addresses = networkLimiterOn(pool, "address", allowed.perAddress, windowS)
  const strangers = limiterOn(pool, "account", allowed.ofStrangers, windowS)
  const doors = limiterOn(pool, "door", allowed.perDoor, doorS)
  const rows = limiterOn(pool, "row", allowed.inARow, 0)
  const endRows = (email: string) =>
    Promise.all([rows.delete(rowKey("stranger", email)), rows.delete(rowKey("known", email))])

  return {
    async begin({ email, address, door }) {
      // The address first: one that is stopped here adds nothing to anybody's account. Where nobody knows
      // it: counted together, thirty failures would lock everybody out.
      const stopped = address && (await addresses.consume(address))
      if (stopped) return stopped
      if (door.kind !== "stranger") {
        const closed =
          (await waitMs(doors.consume(doorKey(door)))) ||
          (await waitMs(rows.consume(rowKey("known", email))))
        if (!closed || door.kind === "session") return closed
      }
      const key = rowKey("stranger", email)
      return (await waitMs(strangers.consume(key))) || waitMs(rows.consume(key))
    },

    async succeed({ email, address, door }) {
      await Promise.all([
        address && addresses.reward(address),
        door.kind === "stranger"
          ? strangers.delete(rowKey("stranger", email))
          : doors.delete(doorKey(door)),
        endRows(email),
      ])
    },

    async clear(email) {
      await Promise.all([strangers.delete(rowKey("stranger", email)), endRows(email)])
    },
  }
}

const doorKey = ({ kind, id }: Exclude<Door, { kind: "stranger" }>) => `${kind}:${id}`

/** By hash: an address that somebody typed is nobody's business, and may be longer than the column. */
function rowKey(whose: "stranger" | "known", email: string): string {
  return `${whose}:${createHash("sha256").update(email).digest("base64url")}`
}
