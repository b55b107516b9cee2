import type { ActingTokenStore } from "log-out-everywhere"
import {
  type Lease,
  type LiveStreams,
  liveStreams,
  takeLease,
  tokenCache,
} from "log-out-everywhere/live"
import { presencesOn } from "log-out-everywhere/postgres"
import type { Logger } from "pino"
import { settings } from "@/lib/settings"
import type { SessionOwner } from "@/lib/users/ports/stores"
import { tokenStore } from "./add-on"
import { bus } from "./bus"
import { listener } from "./listener"
import { poolQuery } from "./query"

/** What a process has that serves: in whichever copy of this module. */
const kept = globalThis as {
  lease?: Lease | undefined
  keptSessions?: ActingTokenStore<SessionOwner> | undefined
  streams?: LiveStreams | undefined
}

interface Live {
  /** Sends open pages elsewhere. Before the server stops, which waits for its answers. */
  readonly endStreams: () => void
  readonly stop: () => Promise<void>
}

/**
 * Begins to hear whose tokens have changed, and, if the operator wants it, to keep what was found of live
 * sessions. Says so in the log if nothing can be heard.
 */
export function goLive(
  log: Pick<Logger, "warn">,
  { patienceMs = 10_000, maxStreams = 1_000 } = {},
): Live {
  const isCaching = settings().sessionCache === "on"
  // Without a cache it only says whether pages may wait to be told.
  const lease = takeLease(bus(), { lengthMs: isCaching ? cachedMs : 30_000 })
  kept.lease = lease
  if (isCaching) kept.keptSessions = tokenCache<SessionOwner>(bus(), lease).over(sessions())
  const find = presencesOn(poolQuery(), isAdministrators)
  const streams = liveStreams({ bus: bus(), lease, find, maxStreams })
  kept.streams = streams

  const timer = setTimeout(() => {
    if (!lease.holds()) log.warn(cannotListen)
  }, patienceMs).unref()
  return {
    endStreams: streams.stop,
    async stop() {
      clearTimeout(timer)
      streams.stop()
      lease.close()
      kept.lease = undefined
      kept.keptSessions = undefined
      kept.streams = undefined
      await listener().close()
    },
  }
}

const cachedMs = 2_000

/** Their pages list everyone's sessions. */
const isAdministrators = `EXISTS (SELECT FROM "User" u WHERE u.id = t."userId" AND u.role = 'admin')`

const cannotListen =
  "Nothing that PostgreSQL announces is heard: pages ask now and then, and nothing is cached. Set DIRECT_DATABASE_URL to the address of PostgreSQL itself if DATABASE_URL leads through a pooler."

/** Whether this process hears of each end as it comes. Without that, what is open has to ask. */
export const isLive = (): boolean => kept.lease?.holds() ?? false

/** The streams of this process's open pages; none in a command, or once it is stopping. */
export const streams = (): LiveStreams | undefined => kept.streams

/** Resolves once this process keeps nothing that was read before the call. */
export async function settle(): Promise<void> {
  if (kept.keptSessions) await kept.lease?.settle()
}

/** The store for pages that people read. Acts, proofs and administrators ask the database. */
export const keptSessions = (): ActingTokenStore<SessionOwner> => kept.keptSessions ?? sessions()

const sessions = () => tokenStore(poolQuery())
