import type { ActingTokenStore } from "log-out-everywhere"
import { type Lease, type TokenCache, takeLease, tokenCache } from "log-out-everywhere/live"
import type { Logger } from "pino"
import { settings } from "@/lib/settings"
import type { SessionOwner } from "@/lib/users/ports/stores"
import { tokenStore } from "./add-on"
import { bus } from "./bus"
import { connection } from "./client"
import { listener } from "./listener"
import { poolQuery } from "./query"

/** What a process has that serves: in whichever copy of this module. */
const kept = globalThis as {
  lease?: Lease | undefined
  keptSessions?: ActingTokenStore<SessionOwner> | undefined
}

/**
 * Begins to hear whose tokens have changed, and, if the operator wants it, to keep what was found of live
 * sessions. Says so in the log if nothing can be heard.
 */
export function goLive(
  log: Pick<Logger, "warn">,
  patienceMs = 10_000,
): { readonly stop: () => Promise<void> } {
  const isCaching = settings().sessionCache === "on"
  // Without a cache it only says whether pages may wait to be told.
  const lease = takeLease(bus(), { lengthMs: isCaching ? cachedMs : 30_000 })
  kept.lease = lease
  if (isCaching) kept.keptSessions = cacheOn(lease).over(sessions())

  const timer = setTimeout(() => {
    if (!lease.holds()) log.warn(cannotListen)
  }, patienceMs).unref()
  return {
    async stop() {
      clearTimeout(timer)
      lease.close()
      kept.lease = undefined
      kept.keptSessions = undefined
      await listener().close()
    },
  }
}

const cachedMs = 2_000

const cacheOn = (lease: Lease): TokenCache<SessionOwner> => tokenCache(bus(), lease)

const cannotListen =
  "Nothing that PostgreSQL announces is heard: pages ask now and then, and nothing is cached. Set DIRECT_DATABASE_URL to the address of PostgreSQL itself if DATABASE_URL leads through a pooler."

/** Whether this process hears of each end as it comes. Without that, what is open has to ask. */
export const isLive = (): boolean => kept.lease?.holds() ?? false

/** Resolves once this process keeps nothing that was read before the call. */
export async function settle(): Promise<void> {
  if (kept.keptSessions) await kept.lease?.settle()
}

/** The store for pages that people read. Acts, proofs and administrators ask the database. */
export const keptSessions = (): ActingTokenStore<SessionOwner> => kept.keptSessions ?? sessions()

const sessions = () => tokenStore(poolQuery(connection().pool))
