import type { RevocationCount, TokenPurpose, TokenStore } from "log-out-everywhere"
import type { SessionOwner } from "@/lib/users/stores"
import { deviceKindOf } from "./device-kind"
import type { Query } from "./query"
import { type Instant, type RowEnd, type TokenRow, toToken } from "./token-row"
import * as statements from "./token-statements"

/**
 * The token store on PostgreSQL: each method one SQL statement, its law in the condition. Before the
 * two that must wait their turn, another one locks the owner.
 *
 * In SQL because a condition must compare the token with its owner's epoch and its realm's
 * generation, which Prisma's filters cannot, and because the check is the hot path.
 */
export function tokenStore(query: Query): TokenStore<SessionOwner> {
  return {
    async findByHash(hash) {
      const [row] = await query<{ found: FoundRow }>(statements.find, [hash])
      if (!row) return null
      const { found } = row
      return {
        token: toToken(found, found.epochEnd),
        owner: {
          id: found.userId,
          epoch: found.ownerEpoch,
          role: found.ownerRole,
          isDisabled: found.isDisabled,
          email: found.email,
          name: found.ownerName,
          image: found.image,
          emailVerifiedAt: found.emailVerifiedAt ? new Date(found.emailVerifiedAt) : null,
          hasPassword: found.hasPassword,
        },
        realmGeneration: found.generation,
        now: new Date(found.now),
      }
    },

    async insert(token, hash) {
      await query(statements.lockOwner, [token.userId])
      const { address, userAgent } = token.device
      const [row] = await query<TokenRow>(statements.insert, [
        hash, token.purpose, token.userId, token.epoch, token.method, token.isRemembered, token.issuedAt,
        token.provedAt, token.lastActiveAt, token.idleAt, token.expiresAt, address, userAgent, deviceKindOf(userAgent),
        token.name ?? null, token.data ? JSON.stringify(token.data) : null,
        token.browserId ?? null,
      ]) // biome-ignore format: in the order of the statement's columns
      return row ? toToken(row) : null
    },

    async touch(tokenId, at, idleAt) {
      return (await query(statements.touch, [tokenId, at, idleAt])).length > 0
    },

    async rotate(tokenId, from, to, at) {
      return (await query(statements.rotate, [tokenId, from, to, at])).length > 0
    },

    async revoke(userId, scope, { at, reason, by }) {
      const { name, condition, values } = statements.inScope(scope)
      const statement = { name: `token_revoke_${name}`, text: statements.revoke(condition) }
      return toCount(await query<CountRow>(statement, [userId, at, reason, by, ...values]))
    },

    async raiseEpoch(userId, { at, reason, by }, { sparedTokenId, issuedAfter, ...ending }) {
      const purposes = [...ending.purposes]
      const raised = [userId, at, reason, by, purposes]
      const [user] = await query<{ epoch: number }>(statements.raise, raised)
      if (!user) return {}
      const after = issuedAfter ?? "-infinity"
      const carried = [userId, user.epoch, at, purposes, sparedTokenId ?? null, after]
      return toCount(await query<CountRow>(statements.carry, carried))
    },

    async forgetBrowserOf(userId, tokenId, { at, reason, by }) {
      await query(statements.forgetBrowserOf, [userId, at, reason, by, tokenId])
    },

    async hold(tokenId) {
      return (await query(statements.hold, [tokenId])).length > 0
    },

    async lockOwner(userId) {
      await query(statements.lockOwner, [userId])
    },

    async revokeLeastRecent(userId, purpose, most, sparedTokenId, { at, reason, by }) {
      const values = [userId, sparedTokenId, most, at, reason, by, purpose]
      return (await query(statements.revokeLeastRecent, values)).length
    },

    async replaceIdle(tokenId, at) {
      return (await query(statements.replaceIdle, [tokenId, at])).length > 0
    },

    async countLive(userId) {
      return toCount(await query<CountRow>(statements.countLive, [userId]))
    },
  }
}

interface FoundRow extends TokenRow {
  epochEnd: RowEnd | null
  ownerEpoch: number
  ownerRole: SessionOwner["role"]
  isDisabled: boolean
  email: string
  ownerName: string | null
  image: string | null
  emailVerifiedAt: Instant | null
  hasPassword: boolean
  generation: number
  now: Instant
}

export interface CountRow {
  purpose: TokenPurpose
  tokens: number
}

export function toCount(rows: readonly CountRow[]): RevocationCount {
  return Object.fromEntries(rows.map(({ purpose, tokens }) => [purpose, tokens]))
}
