import type { TokenStore } from "../../core/store.ts"
import type { TokenOwner } from "../../core/token.ts"
import type { TokenDatabase } from "../../core/token-database.ts"
import { cachedDatabase, type TokenCache, tokenCache } from "../../live/cache.ts"
import { type Lease, takeLease } from "../../live/lease.ts"
import { type LiveStreams, liveStreams } from "../../live/streams.ts"
import type { Query } from "../query.ts"
import { postgresBus } from "./bus.ts"
import { type ListeningClient, openListener } from "./listener.ts"
import { presencesOn } from "./presences.ts"

/** What one process has that hears of ends. */
export interface Live {
  /** The streams of its open pages. */
  readonly streams: LiveStreams
  /** The database, whose checks are answered from memory while this process hears of each end. */
  kept<Owner extends TokenOwner, Tx, Store extends TokenStore<Owner>>(
    database: TokenDatabase<Owner, Tx, Store>,
  ): TokenDatabase<Owner, Tx, Store>
}

interface Begun {
  readonly cache: TokenCache<TokenOwner>
  readonly lease: Lease
  readonly streams: LiveStreams
}

/**
 * Hears of ends on one connection, which `open` makes: PostgreSQL's own, with no pooler in between. Begins when it
 * is first needed, so that a build needs no database, and once in a process, however often its module is loaded.
 */
export function liveOn({ query }: { readonly query: Query }, open: () => ListeningClient): Live {
  const begun = (): Begun => (shared[key] ??= begin(query, open))
  return {
    streams: {
      open: (session, sink) => begun().streams.open(session, sink),
      get size() {
        return begun().streams.size
      },
      stop: () => begun().streams.stop(),
    },

    kept: (database) => keptWith(begun, database),
  }
}

function keptWith<Owner extends TokenOwner, Tx, Store extends TokenStore<Owner>>(
  begun: () => Begun,
  database: TokenDatabase<Owner, Tx, Store>,
): TokenDatabase<Owner, Tx, Store> {
  let made: TokenDatabase<Owner, Tx, Store> | undefined
  const kept = () => {
    const { cache, lease } = begun()
    made ??= cachedDatabase(database, cache as TokenCache<Owner>, lease)
    return made
  }
  return {
    ...database,
    get tokens() {
      return kept().tokens
    },
    transact: (work) => kept().transact(work),
  }
}

function begin(query: Query, open: () => ListeningClient): Begun {
  const bus = postgresBus(query, openListener(open))
  const lease = takeLease(bus)
  const streams = liveStreams({ bus, lease, find: presencesOn(query) })
  return { cache: tokenCache(bus, lease), lease, streams }
}

const key = Symbol.for("log-out-everywhere.live")
const shared = globalThis as { [key]?: Begun }
