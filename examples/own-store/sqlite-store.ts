import { randomUUID } from "node:crypto"
import {
  type Mark,
  markLifetimeMs,
  type RevocationCount,
  type TokenHash,
  type TokenOwner,
  type TokenStore,
} from "log-out-everywhere"
import type { Database, SqlValue } from "sql.js"
import { type OwnerRow, ownerOf, runOn, type TokenRow, tokenOf } from "./rows"
import { schema } from "./schema"
import { inScope } from "./scope"

const generationOf = (purpose: string) =>
  `coalesce((SELECT generation FROM realm WHERE purpose = ${purpose}), 0)`

/** What `tokenStatus` calls active, at `$at`. */
const live = `revocation IS NULL AND $at < idle_at AND $at < expires_at
  AND EXISTS (SELECT 1 FROM owner WHERE id = token.owner_id AND is_disabled = 0 AND epoch = token.epoch)
  AND generation = ${generationOf("token.purpose")}`

/** Of the owner's epoch, and not over for good. */
const present = `revocation IS NULL AND $at < expires_at
  AND epoch = (SELECT epoch FROM owner WHERE id = $owner)`

/** The store on SQLite in this process: each method runs to its end by itself, so that nothing comes between. */
export function sqliteStore(database: Database): TokenStore {
  database.run(schema)
  const run = runOn(database)
  const count = (statement: string, values: Record<string, SqlValue>): RevocationCount => {
    const ended = run<{ purpose: string }>(`${statement} RETURNING purpose`, values)
    const of = (purpose: string) => ended.filter((row) => row.purpose === purpose).length
    return Object.fromEntries(ended.map(({ purpose }) => [purpose, of(purpose)]))
  }
  const findOwner = (id: string): TokenOwner | null => {
    const [row] = run<OwnerRow>("SELECT * FROM owner WHERE id = $id", { $id: id })
    return row ? ownerOf(row) : null
  }

  return {
    async findByHash(hash) {
      const [row] = run<TokenRow & { realm: number }>(
        `SELECT *, ${generationOf("token.purpose")} AS realm FROM token WHERE hash = $hash`,
        { $hash: hex(hash) },
      )
      const owner = row && findOwner(row.owner_id)
      if (!owner) return null
      return { token: tokenOf(row), owner, realmGeneration: row.realm, now: new Date() }
    },

    async findOwner(userId) {
      const owner = findOwner(userId)
      return owner && { owner, now: new Date() }
    },

    async mark() {
      const [{ count = 0 } = {}] = run<{ count: number }>("SELECT count FROM raises")
      return `${count}@${Date.now()}` as Mark
    },

    async insert({ mark, ...token }, hash) {
      const [raises, at] = (mark ?? `${Number.MAX_SAFE_INTEGER}@${Date.now()}`)
        .split("@")
        .map(Number)
      const { userId, purpose, epoch, browserId = null, method, isRemembered, device } = token
      const { provider = null, name = null, data = null } = token
      if (Date.now() - Number(at) > markLifetimeMs) return null
      const [row] = run<TokenRow>(
        `INSERT INTO token SELECT $id, $hash, id, $purpose, epoch, ${generationOf("$purpose")}, $browser,
           $issued, $proved, $active, $idle, $expires, $rest, NULL
         FROM owner WHERE id = $owner AND epoch = $epoch AND is_disabled = 0 AND raised <= $raises RETURNING *`,
        {
          ...{ $id: randomUUID(), $hash: hex(hash), $owner: userId, $purpose: purpose },
          ...{ $epoch: epoch, $raises: Number(raises), $browser: browserId },
          ...{ $issued: +token.issuedAt, $proved: +token.provedAt, $active: +token.lastActiveAt },
          ...{ $idle: +token.idleAt, $expires: +token.expiresAt },
          $rest: JSON.stringify({ method, isRemembered, device, provider, name, data }),
        },
      )
      return row ? tokenOf(row) : null
    },

    async touch(tokenId, at, idleAt) {
      const touched = run(
        `UPDATE token SET last_active_at = $now, idle_at = $idle
         WHERE id = $id AND last_active_at < $now AND ${live} RETURNING id`,
        { $id: tokenId, $now: +at, $idle: +idleAt, $at: Date.now() },
      )
      return touched.length > 0
    },

    async rotate(tokenId, from, to, at) {
      const rotated = run(
        `UPDATE token SET hash = $to, proved_at = $at WHERE id = $id AND hash = $from AND ${live} RETURNING id`,
        { $id: tokenId, $from: hex(from), $to: hex(to), $at: +at },
      )
      return rotated.length > 0
    },

    async revoke(userId, scope, revocation) {
      const [named, values] = inScope(scope)
      return count(
        `UPDATE token SET revocation = $end WHERE owner_id = $owner AND ${named} AND ${live}`,
        { ...values, $owner: userId, $end: JSON.stringify(revocation), $at: +revocation.at },
      )
    },

    async raiseEpoch(userId, revocation, { purposes, sparedTokenId = "", issuedAfter }) {
      const act = { $owner: userId, $at: +revocation.at, $spared: sparedTokenId }
      const end = { ...act, $end: JSON.stringify(revocation) }
      const [named, values] = inScope({
        kind: "everywhere",
        purposes,
        ...(issuedAfter && { issuedAfter }),
      })
      const ended = count(
        `UPDATE token SET revocation = $end
         WHERE owner_id = $owner AND id <> $spared AND ${named} AND ${live}`,
        { ...values, ...end },
      )
      run(
        `UPDATE token SET revocation = $end WHERE owner_id = $owner AND purpose = 'browser' AND ${present}
           AND $at < idle_at AND id IS NOT (SELECT browser_id FROM token WHERE id = $spared AND owner_id = $owner)`,
        end,
      )
      run(`UPDATE token SET epoch = epoch + 1 WHERE owner_id = $owner AND ${present}`, act)
      run("UPDATE raises SET count = count + 1")
      const raised = "epoch = epoch + 1, raised = (SELECT count FROM raises)"
      run(`UPDATE owner SET ${raised} WHERE id = $owner`, act)
      const [row] = run<{ epoch: number }>(
        `INSERT INTO ended SELECT id, epoch - 1, $count FROM owner WHERE id = $owner RETURNING epoch`,
        { $owner: userId, $count: JSON.stringify(ended) },
      )
      return row?.epoch ?? 0
    },

    async countEnded(userId, epoch) {
      const [row] = run<{ count: string }>(
        "SELECT count FROM ended WHERE owner_id = $owner AND epoch = $epoch",
        { $owner: userId, $epoch: epoch },
      )
      return JSON.parse(row?.count ?? "{}")
    },
  }
}

const hex = (hash: TokenHash) => Buffer.from(hash).toString("hex")
