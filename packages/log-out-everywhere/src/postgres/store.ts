import { isIP } from "node:net"
import { type ActingTokenStore, type Mark, markLifetimeMs } from "../core/store.ts"
import {
  type Revocation,
  revocationReasons,
  type TokenOwner,
  tokenPurposes,
} from "../core/token.ts"
import { type CountRow, toCount } from "./count-rows.ts"
import type { DescribedDevice } from "./described-device.ts"
import type { Query, Statement } from "./query.ts"
import type { Statements } from "./statements.ts"
import { type Instant, type RowEnd, type TokenRow, toToken } from "./token-row.ts"

/** What a store on PostgreSQL takes beside its statements. */
export interface StoreParts<Owner extends TokenOwner> {
  readonly statements: Statements
  /** The columns that a check reads along. */
  readonly columnNames: readonly string[]
  readonly describe: (userAgent: string | null) => DescribedDevice
  /** Makes an owner of what every owner has, and of the columns that a check reads along. */
  readonly ownerOf: (common: TokenOwner, columns: Readonly<Record<string, unknown>>) => Owner
}

/**
 * The token store on PostgreSQL: each method one SQL statement, its law in the condition. Before the two
 * that must wait their turn, another one locks the owner.
 */
export function storeOn<Owner extends TokenOwner>(
  query: Query,
  { statements, columnNames, describe, ownerOf }: StoreParts<Owner>,
): ActingTokenStore<Owner> {
  const columns = columnNames.map((name) => [name, `owner_${name}`] as const)
  const columnsOf = (found: OwnerRow) => {
    const read: Record<string, unknown> = {}
    for (const [name, column] of columns) read[name] = found[column]
    return read
  }
  const toOwner = (found: OwnerRow): Owner => {
    const { userId, ownerEpoch: epoch, ownerRole: role, isDisabled } = found
    return ownerOf({ id: String(userId), epoch, role, isDisabled }, columnsOf(found))
  }

  const reaches = async (statement: Statement, values: readonly unknown[]) =>
    (await query(statement, values)).length > 0

  /** Locks the owner, whose row is made by the first token. */
  async function lockOwner(userId: string) {
    if (await reaches(statements.lockOwner, [userId])) return
    await query(statements.addOwner, [userId])
    await query(statements.lockOwner, [userId])
  }

  /**
   * What a statement takes of a revocation. A reason of the app's own is registered before the act, since a failed
   * statement would end its transaction.
   */
  async function registered({ at, reason, by }: Revocation) {
    if (!isStandard(revocationReasons, reason)) await query(statements.addReason, [reason])
    return [at, reason, by]
  }

  return {
    async findByHash(hash) {
      const [row] = await query<{ found: FoundRow }>(statements.find, [hash])
      if (!row) return null
      const { found } = row
      const { generation: realmGeneration, now } = found
      const isLeftBehind = found.epoch < found.ownerEpoch
      const [behind] = isLeftBehind
        ? await query<{ end: RowEnd }>(statements.findEnd, [found.id])
        : []
      const token = toToken(found, behind?.end)
      return { token, owner: toOwner(found), realmGeneration, now: new Date(now) }
    },

    async findOwner(userId) {
      const [row] = await query<{ found: OwnerRow }>(statements.findOwner, [userId])
      return row ? { owner: toOwner(row.found), now: new Date(row.found.now) } : null
    },

    async mark() {
      const [row] = await query<{ snapshot: string; at: Instant }>(statements.mark, [])
      if (!row) throw new Error("The database has no clock.")
      return `${row.snapshot} ${new Date(row.at).toISOString()}` as Mark
    },

    async insert(token, hash) {
      await lockOwner(token.userId)
      const { address, userAgent } = token.device
      const { kind, browser, system } = describe(userAgent)
      const [snapshot, takenAt] = token.mark?.split(" ") ?? []
      const values = [
        hash, token.purpose, token.userId, token.epoch, token.method, token.isRemembered, token.issuedAt,
        token.provedAt, token.lastActiveAt, token.idleAt, token.expiresAt, inetOf(address), userAgent, kind,
        browser, system, token.provider?.issuer ?? null, token.provider?.sid ?? null, token.name ?? null,
        token.data ? JSON.stringify(token.data) : null, token.browserId ?? null,
        snapshot ?? null, takenAt ? new Date(Date.parse(takenAt) + markLifetimeMs) : null,
      ] // biome-ignore format: in the order of the statement's columns
      const inserted = async () => (await query<TokenRow>(statements.insert, values))[0]
      let row = await inserted()
      // The first token of a purpose has no generation yet that it could bear. Of several first ones, one finds
      // that another has just registered the purpose.
      if (!row) {
        const isNew = await reaches(statements.addPurpose, [token.purpose])
        if (isNew || !isStandard(tokenPurposes, token.purpose)) row = await inserted()
      }
      return row ? toToken(row) : null
    },

    touch: (tokenId, at, idleAt) => reaches(statements.touch, [tokenId, at, idleAt]),

    rotate: (tokenId, from, to, at) => reaches(statements.rotate, [tokenId, from, to, at]),

    async revoke(userId, scope, revocation) {
      const end = await registered(revocation)
      const { values, ...statement } = statements.revoke(scope)
      return toCount(await query<CountRow>(statement, [userId, ...end, ...values]))
    },

    async raiseEpoch(userId, revocation, { purposes, sparedTokenId, issuedAfter }) {
      const end = await registered(revocation)
      const ending = [[...purposes], sparedTokenId ?? null, issuedAfter ?? "-infinity"]
      const values = [userId, ...end, ...ending]
      const [raised] = await query<{ epoch: number | null }>(statements.raise, values)
      return raised?.epoch ?? 0
    },

    async countEnded(userId, epoch) {
      return toCount(await query<CountRow>(statements.countEnded, [userId, epoch]))
    },

    async forgetBrowserOf(userId, tokenId, revocation) {
      const end = await registered(revocation)
      await query(statements.forgetBrowserOf, [userId, ...end, tokenId])
    },

    hold: (tokenId) => reaches(statements.hold, [tokenId]),

    lockOwner,

    async revokeLeastRecent(userId, purpose, max, sparedTokenId, revocation) {
      const values = [userId, ...(await registered(revocation)), sparedTokenId, max, purpose]
      return (await query(statements.revokeLeastRecent, values)).length
    },

    replaceIdle: (tokenId, at) => reaches(statements.replaceIdle, [tokenId, at]),

    async countLive(userId) {
      return toCount(await query<CountRow>(statements.countLive, [userId]))
    },
  }
}

const isStandard = (words: readonly string[], word: string) => words.includes(word)

/** An address without the zone that some systems add; null if it is none. */
function inetOf(address: string | null): string | null {
  const [plain = ""] = (address ?? "").split("%")
  return isIP(plain) === 0 ? null : plain
}

interface OwnerRow {
  readonly [column: `owner_${string}`]: unknown
  readonly userId: string | number
  readonly ownerEpoch: number
  readonly ownerRole: string
  readonly isDisabled: boolean
  readonly now: Instant
}

interface FoundRow extends TokenRow, OwnerRow {
  readonly generation: number
}
