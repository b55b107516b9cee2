/** Between the clock of this machine, by which NextAuth judges, and the database's, by which we do. */

import type { Resumed, TokenOwner } from "log-out-everywhere"
import type { AdapterSession } from "next-auth/adapters"
import type { TransactStores } from "@/lib/users/stores"

export interface TimedSession extends AdapterSession {
  /** The absolute deadline by the database's clock, which judges it. */
  readonly deadline: Date
}

/**
 * NextAuth compares `expires` with the clock of this machine, and logs out where that is ahead. So it is
 * told the deadline as this clock has it, and publishes the other.
 */
export function toAdapterSession(
  sessionToken: string,
  { token: { userId, expiresAt: deadline }, now }: Resumed<TokenOwner>,
): TimedSession {
  const expires = new Date(Date.now() + (+deadline - +now))
  return { sessionToken, userId, expires, deadline }
}

/** An instant that NextAuth took from the clock of this machine. */
export const byClockOfDatabase = (transact: TransactStores, instant: Date): Promise<Date> =>
  transact(async (_, now) => new Date(+now + (+instant - Date.now())))
