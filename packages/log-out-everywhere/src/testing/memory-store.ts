import { randomUUID } from "node:crypto"
import { tokenStatus } from "../core/policy.ts"
import {
  type ActingTokenStore,
  type Mark,
  markLifetimeMs,
  type RevocationCount,
} from "../core/store.ts"
import { type Token, type TokenOwner, type TokenPurpose, tokenPurposes } from "../core/token.ts"
import type { TokenDatabase } from "../core/token-database.ts"
import {
  blank,
  countByPurpose,
  isBrowserAt,
  isInScope,
  isNamed,
  isUnended,
  keep,
  keyOf,
} from "./memory-tokens.ts"

/** A store in memory, with what tests change behind its back. */
export interface MemoryStore extends ActingTokenStore {
  readonly liveTokens: NonNullable<TokenDatabase["liveTokens"]>
  /** The owners, for tests to add to and change. */
  readonly owners: Map<string, TokenOwner>
  readonly generations: Map<TokenPurpose, number>
  /** Keeps everything as it is now. What it returns puts it back. */
  snapshot(): () => void
}

/**
 * A store for tests, and the shortest example of one.
 *
 * Its methods run to their end without waiting, so that each is its own transaction.
 */
export function memoryStore(clock: () => Date): MemoryStore {
  const owners = new Map<string, TokenOwner>()
  const generations = new Map(tokenPurposes.map((purpose) => [purpose, 0]))
  const rows = new Map<string, { token: Token; hash: string }>()
  /** The raises so far, and after how many of them each owner was raised last. */
  let raises = 0
  const raisedAt = new Map<string, number>()
  /** What ended with each epoch of each owner. */
  const endedWith = new Map<string, RevocationCount>()

  const generationOf = (purpose: TokenPurpose) => generations.get(purpose) ?? 0
  const change = (token: Token, changed: Partial<Token>) => {
    const row = rows.get(token.id)
    if (row) rows.set(token.id, { ...row, token: { ...token, ...changed } })
  }
  const tokensOf = (userId: string) =>
    [...rows.values()].map(({ token }) => token).filter((token) => token.userId === userId)
  const isLive = (token: Token, at: Date) => {
    const owner = owners.get(token.userId)
    const realmGeneration = generationOf(token.purpose)
    return !!owner && tokenStatus({ token, owner, realmGeneration, now: at }) === "active"
  }

  const recentOf = (userId: string, purpose: TokenPurpose, at: Date) =>
    tokensOf(userId)
      .filter((token) => token.purpose === purpose && isLive(token, at))
      .sort((a, b) => +b.lastActiveAt - +a.lastActiveAt)

  return {
    owners,
    generations,

    snapshot: () => keep([owners, generations, rows, raisedAt, endedWith]),

    async findByHash(hash) {
      const row = [...rows.values()].find((each) => each.hash === keyOf(hash))
      const owner = row && owners.get(row.token.userId)
      if (!row || !owner) return null
      return {
        token: row.token,
        owner,
        realmGeneration: generationOf(row.token.purpose),
        now: clock(),
      }
    },

    async findOwner(userId) {
      const owner = owners.get(userId)
      return owner ? { owner, now: clock() } : null
    },

    async mark() {
      return JSON.stringify({ raises, at: +clock() }) as Mark
    },

    async insert({ mark, ...token }, hash) {
      const isTaken = [...rows.values()].some((row) => row.hash === keyOf(hash))
      if (isTaken) throw new Error("Another token has this hash.")
      const owner = owners.get(token.userId)
      if (!owner || owner.isDisabled || owner.epoch !== token.epoch) return null
      if (mark) {
        const marked: { raises: number; at: number } = JSON.parse(mark)
        const isOld = +clock() - marked.at > markLifetimeMs
        if (isOld || (raisedAt.get(token.userId) ?? 0) > marked.raises) return null
      }
      const realmGeneration = generationOf(token.purpose)
      const inserted = { ...blank, ...token, id: randomUUID(), realmGeneration, revocation: null }
      rows.set(inserted.id, { token: inserted, hash: keyOf(hash) })
      return inserted
    },

    async touch(tokenId, at, idleAt) {
      const token = rows.get(tokenId)?.token
      if (!token || at <= token.lastActiveAt || !isLive(token, clock())) return false
      change(token, { lastActiveAt: at, idleAt })
      return true
    },

    async rotate(tokenId, from, to, at) {
      const row = rows.get(tokenId)
      if (!row || row.hash !== keyOf(from) || !isLive(row.token, at)) return false
      rows.set(tokenId, { token: { ...row.token, provedAt: at }, hash: keyOf(to) })
      return true
    },

    async revoke(userId, scope, revocation) {
      const ended = tokensOf(userId).filter(
        (token) => isLive(token, revocation.at) && isInScope(token, scope),
      )
      for (const token of ended) change(token, { revocation })
      return countByPurpose(ended)
    },

    async raiseEpoch(userId, revocation, { purposes, sparedTokenId = "", issuedAfter }) {
      const owner = owners.get(userId)
      if (!owner) return 0
      const { at } = revocation
      const spared = rows.get(sparedTokenId)?.token
      const keptBrowser = spared?.userId === userId ? spared.browserId : null
      const present = tokensOf(userId).filter(
        (token) => token.epoch === owner.epoch && isUnended(token, at),
      )
      const goesOn = (token: Token) =>
        owner.isDisabled ||
        token.id === sparedTokenId ||
        (token.purpose === "browser"
          ? token.id === keptBrowser
          : !isNamed(token, { purposes, issuedAfter }))
      const ended = present.filter((token) => !goesOn(token) && isLive(token, at))
      const epoch = owner.epoch + 1
      owners.set(userId, { ...owner, epoch })
      raisedAt.set(userId, ++raises)
      for (const token of present) if (goesOn(token)) change(token, { epoch })
      for (const token of ended) change(token, { revocation })
      const counted = ended.filter(({ purpose }) => purpose !== "browser")
      endedWith.set(`${userId} ${owner.epoch}`, countByPurpose(counted))
      return owner.epoch
    },

    async countEnded(userId, epoch) {
      return endedWith.get(`${userId} ${epoch}`) ?? {}
    },

    async forgetBrowserOf(userId, tokenId, revocation) {
      const browserId = rows.get(tokenId)?.token.browserId
      const browsers = tokensOf(userId).filter(isBrowserAt(revocation.at))
      for (const token of browsers) if (token.id === browserId) change(token, { revocation })
    },

    async hold(tokenId) {
      const token = rows.get(tokenId)?.token
      return token !== undefined && isLive(token, clock())
    },

    async lockOwner() {},

    async revokeLeastRecent(userId, purpose, max, sparedTokenId, revocation) {
      const ended = recentOf(userId, purpose, revocation.at)
        .filter(({ id }) => id !== sparedTokenId)
        .slice(max - 1)
      for (const token of ended) change(token, { revocation })
      return ended.length
    },

    async replaceIdle(tokenId, at) {
      const token = rows.get(tokenId)?.token
      if (!token || token.revocation || at < token.idleAt || at >= token.expiresAt) return false
      if (token.realmGeneration !== generationOf(token.purpose)) return false
      change(token, { revocation: { at, reason: "replaced", by: token.userId } })
      return true
    },

    async liveTokens(userId, purpose, max) {
      return recentOf(userId, purpose, clock()).slice(0, max)
    },

    async countLive(userId) {
      const live = tokensOf(userId).filter((token) => isLive(token, clock()))
      return countByPurpose(live.filter(({ purpose }) => purpose !== "browser"))
    },
  }
}
