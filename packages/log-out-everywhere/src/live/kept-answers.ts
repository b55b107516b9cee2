import { tokenStatus } from "../core/policy.ts"
import type { TokenHash } from "../core/secret.ts"
import type { FoundToken } from "../core/store.ts"
import type { TokenOwner, TokenPurpose } from "../core/token.ts"
import type { Heard } from "./bus.ts"

/** What is kept, and for how long. */
export interface Bounds {
  readonly maxEntries: number
  readonly maxAgeMs: number
  readonly purposes: readonly TokenPurpose[]
}

/** A read of the store that is under way, with what was dropped since it began. */
interface Reading {
  readonly owners: Set<string>
  readonly purposes: Set<TokenPurpose>
  isOfNoUse: boolean
}

interface Kept<Owner extends TokenOwner> {
  readonly found: FoundToken<Owner>
  /** When the read began, before the store looked at its clock. */
  readonly readAt: number
}

/** The answers that a process keeps in memory, of live tokens alone. Times are those of the monotonic clock. */
export function keptAnswers<Owner extends TokenOwner>({ maxEntries, maxAgeMs, purposes }: Bounds) {
  /** By hash, those that were read first first. */
  const entries = new Map<string, Kept<Owner>>()
  const keysOfOwner = new Map<string, Set<string>>()
  const keyOfToken = new Map<string, string>()
  const readings = new Set<Reading>()

  function remove(key: string) {
    const { token } = entries.get(key)?.found ?? {}
    if (!token) return
    entries.delete(key)
    if (keyOfToken.get(token.id) === key) keyOfToken.delete(token.id)
    const keys = keysOfOwner.get(token.userId)
    keys?.delete(key)
    if (keys?.size === 0) keysOfOwner.delete(token.userId)
  }

  function clear() {
    for (const index of [entries, keysOfOwner, keyOfToken]) index.clear()
    for (const reading of readings) reading.isOfNoUse = true
  }

  function makeRoom(at: number) {
    for (const [key, { readAt }] of entries) {
      if (entries.size < maxEntries && at - readAt < maxAgeMs) return
      remove(key)
    }
  }

  return {
    clear,
    get size() {
      return entries.size
    },

    /** The answer as it is now, if it still says that the token is live: that it is not, only the store can say. */
    find(hash: TokenHash, at: number): FoundToken<Owner> | null {
      const kept = entries.get(keyOf(hash))
      if (!kept || at - kept.readAt >= maxAgeMs) return null
      const { token, owner, realmGeneration, now } = kept.found
      const since = Math.ceil(at - kept.readAt)
      const found = { token, owner, realmGeneration, now: new Date(now.getTime() + since) }
      return tokenStatus(found) === "active" ? found : null
    },

    /** Reads the store, and keeps what it finds if nothing was dropped meanwhile that it might be of. */
    async read(
      hash: TokenHash,
      at: number,
      ask: () => Promise<FoundToken<Owner> | null>,
    ): Promise<FoundToken<Owner> | null> {
      const reading: Reading = { owners: new Set(), purposes: new Set(), isOfNoUse: false }
      readings.add(reading)
      try {
        const found = await ask()
        const key = keyOf(hash)
        remove(key)
        if (!found || !purposes.includes(found.token.purpose)) return found
        const { token } = found
        const isDropped =
          reading.isOfNoUse ||
          reading.owners.has(token.userId) ||
          reading.purposes.has(token.purpose)
        if (isDropped || tokenStatus(found) !== "active") return found
        makeRoom(at)
        entries.set(key, { found, readAt: at })
        keyOfToken.set(token.id, key)
        const keys = keysOfOwner.get(token.userId) ?? new Set()
        keysOfOwner.set(token.userId, keys.add(key))
        return found
      } finally {
        readings.delete(reading)
      }
    },

    /** Forgets one token, which was touched. */
    forget(tokenId: string) {
      const key = keyOfToken.get(tokenId)
      if (key !== undefined) remove(key)
    },

    drop(heard: Heard) {
      switch (heard.kind) {
        case "owner":
          for (const { owners } of readings) owners.add(heard.userId)
          for (const key of keysOfOwner.get(heard.userId) ?? []) remove(key)
          return
        case "purpose":
          for (const reading of readings) reading.purposes.add(heard.purpose)
          for (const [key, { found }] of entries) {
            if (found.token.purpose === heard.purpose) remove(key)
          }
          return
        case "everybody":
        case "missed":
          clear()
      }
    },
  }
}

const keyOf = (hash: TokenHash) =>
  Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString("latin1")
