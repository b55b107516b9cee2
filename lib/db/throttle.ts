import { createHash } from "node:crypto"
import type { Attempt, Throttle } from "@/lib/users/throttle"
import { type Connection, connection } from "./client"
import { limiterOn, waitMs } from "./limiter"
import { networkOf } from "./network-of"

const windowS = 15 * 60

/**
 * Failures allowed. The two rows together stay within the 100 of NIST SP 800-63B-4 3.2.2; a browser
 * that has logged in before counts on a row of its own, so strangers cannot lock the owner out.
 */
const allowed = { perAddress: 30, perAccount: 10, inARow: 50 }

/** The throttle on the app's own connection. */
export const throttle = (): Throttle => (kept ??= throttleOn(connection()))

let kept: Throttle | undefined

export function throttleOn({ pool }: Pick<Connection, "pool">): Throttle {
  const addresses = limiterOn(pool, "address", allowed.perAddress, windowS)
  const accounts = limiterOn(pool, "account", allowed.perAccount, windowS)
  const rows = limiterOn(pool, "row", allowed.inARow, 0)

  return {
    async begin(attempt) {
      const account = accountKey(attempt)
      // The address first: one that is stopped here adds nothing to anybody's account.
      return (
        (await waitMs(addresses.consume(addressKey(attempt)))) ||
        (await waitMs(accounts.consume(account))) ||
        (await waitMs(rows.consume(account)))
      )
    },

    async succeed(attempt) {
      await Promise.all([
        addresses.reward(addressKey(attempt)),
        accounts.delete(accountKey(attempt)),
        ...bothKeys(attempt.email).map((key) => rows.delete(key)),
      ])
    },

    async clear(email) {
      await Promise.all(bothKeys(email).flatMap((key) => [rows.delete(key), accounts.delete(key)]))
    },
  }
}

const addressKey = ({ address }: Pick<Attempt, "address">) => networkOf(address ?? "unknown")

const bothKeys = (email: string) =>
  [true, false].map((isKnownDevice) => accountKey({ email, isKnownDevice }))

/** By hash: an address that somebody typed is nobody's business, and may be longer than the column. */
function accountKey({ email, isKnownDevice }: Pick<Attempt, "email" | "isKnownDevice">): string {
  const hash = createHash("sha256").update(email).digest("base64url")
  return `${isKnownDevice ? "known" : "stranger"}:${hash}`
}
