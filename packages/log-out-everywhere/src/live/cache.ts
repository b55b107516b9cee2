import type { TokenStore } from "../core/store.ts"
import type { TokenOwner, TokenPurpose } from "../core/token.ts"
import type { TokenDatabase } from "../core/token-database.ts"
import type { RevocationBus } from "./bus.ts"
import { keptAnswers } from "./kept-answers.ts"
import type { Lease } from "./lease.ts"

/** The longest lease of a cache: what ended in another process is accepted no longer than this. */
export const maxLeaseMs = 2_000

/** What `tokenCache` may be told. */
export interface CacheOptions {
  /** Left out: 10,000, which take about 20 MB. */
  readonly maxEntries?: number
  /** Left out, and at most: 30 seconds. */
  readonly maxAgeMs?: number
  /** Whose answers are kept. Left out: sessions'. A link that is used once must not be among them. */
  readonly purposes?: readonly TokenPurpose[]
}

/** The answers of a store that one process keeps while it holds a lease. */
export interface TokenCache<Owner extends TokenOwner> {
  /**
   * The store, whose `findByHash` answers from memory what was live when it was read and of which no end has
   * been heard. What ends tokens resolves once this process has dropped them.
   */
  over<Store extends TokenStore<Owner>>(store: Store): Store
  /** How many answers are kept now. */
  readonly size: number
}

/**
 * Keeps answers about live tokens while the lease holds. A token that ended at *t*, by whatever wrote to its
 * rows, is refused by each check that begins at *t* plus the length of the lease, and by each that begins after
 * the act resolved in the process that did it. Once the lease is over, each check asks the store.
 *
 * Presumes one PostgreSQL primary, whose commits the bus passes on in their order. Throws if the lease is longer
 * than `maxLeaseMs`.
 */
export function tokenCache<Owner extends TokenOwner>(
  bus: RevocationBus,
  lease: Lease,
  { maxEntries = 10_000, maxAgeMs = maxMs, purposes = ["session"] }: CacheOptions = {},
): TokenCache<Owner> {
  if (lease.lengthMs > maxLeaseMs) {
    throw new Error(`The lease of a cache is no longer than ${maxLeaseMs} ms.`)
  }
  const bounds = { maxEntries, maxAgeMs: Math.min(maxAgeMs, maxMs), purposes }
  const answers = keptAnswers<Owner>(bounds)
  bus.listen(answers.drop)
  lease.onBreak(answers.clear)

  return {
    over: (store) =>
      settling(store, lease, {
        findByHash(hash) {
          const at = lease.clocks.monotonic()
          if (!lease.holds(at)) return store.findByHash(hash)
          const kept = answers.find(hash, at)
          return kept ? Promise.resolve(kept) : answers.read(hash, at, () => store.findByHash(hash))
        },
        async touch(tokenId, at, idleAt) {
          const isTouched = await store.touch(tokenId, at, idleAt)
          answers.forget(tokenId)
          return isTouched
        },
      }),
    get size() {
      return answers.size
    },
  }
}

const maxMs = 30_000

/**
 * The store, with what ends tokens resolved once this process has heard of it: for a store beside a cache, whose
 * own answers are always read.
 */
export function settling<Store extends TokenStore>(
  store: Store,
  { settle }: Pick<Lease, "settle">,
  replaced: Partial<TokenStore> = {},
): Store {
  const made = [...methodNames(store)].map((name): [string, PropertyDescriptor] => {
    const call: Method = Reflect.get(replaced, name) ?? bound(store, name)
    return [name, { value: ending.has(name) ? settled(call, settle) : call }]
  })
  // What is no method is the store's. Not a Proxy, which would cost a check from memory a fifth of its time.
  return Object.create(store, Object.fromEntries(made))
}

type Method = (...given: readonly unknown[]) => unknown

const bound =
  (store: object, name: string): Method =>
  (...given) =>
    Reflect.apply(Reflect.get(store, name) as Method, store, given)

/** Those of its class too. */
function methodNames(store: object): ReadonlySet<string> {
  const names = new Set<string>()
  for (let each = store; each !== Object.prototype; each = Object.getPrototypeOf(each)) {
    for (const name of Object.getOwnPropertyNames(each)) {
      if (name !== "constructor" && typeof Reflect.get(store, name) === "function") names.add(name)
    }
  }
  return names
}

const settled =
  (call: Method, settle: Lease["settle"]): Method =>
  async (...given) => {
    try {
      return await call(...given)
    } finally {
      await settle()
    }
  }

const ending: ReadonlySet<string> = new Set([
  ...["rotate", "revoke", "raiseEpoch", "replaceIdle", "revokeLeastRecent", "forgetBrowserOf"],
])

/** A database whose checks a cache answers, and whose transactions resolve once this process has heard of them. */
export function cachedDatabase<Owner extends TokenOwner, Tx, Store extends TokenStore<Owner>>(
  database: TokenDatabase<Owner, Tx, Store>,
  cache: TokenCache<Owner>,
  lease: Lease,
): TokenDatabase<Owner, Tx, Store> {
  return {
    tokens: cache.over(database.tokens),
    in: database.in,
    ...(database.liveTokens && { liveTokens: database.liveTokens }),
    async transact(work) {
      try {
        return await database.transact(work)
      } finally {
        // Also of one that failed: its commit may have come through, and the answer been lost.
        await lease.settle()
      }
    },
  }
}
