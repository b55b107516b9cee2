import { tokenPurposes } from "log-out-everywhere"
import type pg from "pg"
import { connection } from "@/lib/db/client"
import { binder, keyset, nearestPage, type Page, type PageRequest } from "@/lib/db/lists/keyset"
import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "@/lib/db/lists/listed-session"
import type { Pooled } from "@/lib/db/query"
import type { TokenFilter } from "@/lib/names/token-filter"
import { boundOf, matching } from "./matching"
import { withinTime } from "./within-time"

export interface TokenOrder {
  readonly sort: keyof typeof orders
  readonly isDescending: boolean
}

export interface FoundToken extends ListedSession {
  readonly owner: { readonly id: string; readonly email: string; readonly name: string | null }
}

export interface FoundPage extends Page<FoundToken> {
  readonly count: FoundCount
}

/** How many there are. Beyond 10,000 it is about so many: a million take long, and nobody reads the last digit. */
export interface FoundCount {
  readonly count: number
  readonly isExact: boolean
}

/** Everyone's tokens, for administrators and operators. `too_wide`: the answer would have taken too long. */
export function tokenDirectory({ pool }: Pooled = connection(), sampleOf = sample) {
  return {
    /** The page for people: where an address leads to rows that are gone, the nearest that are left. */
    page: (filter: TokenFilter, order: TokenOrder, request: PageRequest) =>
      withinTime(pool, (client) =>
        nearestPage(request, (place) => readPage(client, filter, order, place, sampleOf)),
      ),

    /** The same for programs, which are told where a list ends. */
    exactPage: (filter: TokenFilter, order: TokenOrder, request: PageRequest) =>
      withinTime(pool, (client) => readPage(client, filter, order, request, sampleOf)),

    /** The next so many in the order of their ids, which nothing moves: for a file of all. */
    async after(filter: TokenFilter, id: string, size: number): Promise<readonly FoundToken[]> {
      const { bind, values } = binder()
      const walk = `SELECT t.id, t.id AS key ${matching(filter, bind)} AND t.id > ${bind(id)}::uuid ORDER BY t.id LIMIT ${size}`
      const text = `WITH found AS (${walk}) ${listing("0")} ORDER BY found.id`
      const read = await withinTime(pool, (client) => client.query<FoundRow>(text, values), fileMs)
      if (!read.ok) throw new Error("A page of the file takes too long.")
      return read.value.rows.map(toFound)
    },

    /** How many there are, whatever time it takes. */
    async countAll(filter: TokenFilter): Promise<number> {
      const counted = await withinTime(pool, (client) => countIn(client, filter), fileMs)
      if (!counted.ok) throw new Error("Counting takes too long.")
      return counted.value
    },

    async find(id: string): Promise<FoundToken | null> {
      const { rows } = await pool.query<FoundRow>(find, [id])
      return rows[0] ? toFound(rows[0]) : null
    },
  }
}

/**
 * Where the filter finds many, an index in the list's order meets enough of them soon. Where it finds few, that walk
 * would pass a million others: then all of them are gathered and sorted, which counts them, too. A sample says which.
 */
export async function readPage(
  client: pg.ClientBase,
  filter: TokenFilter,
  order: TokenOrder,
  request: PageRequest,
  sampleOf = sample,
): Promise<FoundPage> {
  const about = await sampleOf(client, filter)
  const { text, values, pageOf } = pageStatement(filter, order, request, about === null)
  const { items, ...neighbours } = pageOf((await client.query<FoundRow>(text, values)).rows)
  const count = about ?? items[0]?.total ?? 0
  return { items: items.map(toFound), ...neighbours, count: { count, isExact: about === null } }
}

/**
 * Ids are random, so that those whose first byte is 0 are a fair sample of any set. Null if there are too few
 * in it to tell a number by: fewer than there would be of 16,000.
 */
async function sample(client: pg.ClientBase, filter: TokenFilter): Promise<number | null> {
  const found = await countIn(client, filter, "01000000-0000-0000-0000-000000000000")
  return found < 64 ? null : found * 256
}

async function countIn(client: pg.ClientBase, filter: TokenFilter, below?: string) {
  const { bind, values } = binder()
  const within = below ? `AND t.id < ${bind(below)}::uuid` : ""
  const text = `SELECT count(*)::int AS total ${matching(filter, bind)} ${within}`
  const { rows } = await client.query<{ total: number }>(text, values)
  return rows[0]?.total ?? 0
}

/** Nobody waits for a page meanwhile. Less than a connection may be silent. */
const fileMs = 15_000

const orders = {
  active: { key: `t."lastActiveAt"`, type: "timestamptz" },
  started: { key: `g."issuedAt"`, type: "timestamptz" },
  email: { key: "u.email", type: "text" },
} as const

interface FoundRow extends ListedRow {
  key: Date | string
  /** How many the filter finds, where all were gathered. */
  total: number
  email: string
  ownerName: string | null
}

function toFound(row: FoundRow): FoundToken {
  return {
    ...toListed(row),
    owner: { id: String(row.userId), email: row.email, name: row.ownerName },
  }
}

function pageStatement(
  filter: TokenFilter,
  order: TokenOrder,
  request: PageRequest,
  isGathered: boolean,
) {
  const { bind, values } = binder()
  const by = { ...orders[order.sort], isDescending: order.isDescending }
  const select = (from: string, key: string) => `SELECT t.id, ${key} AS key ${from}`
  const reads = { origin: order.sort === "started", user: order.sort === "email" }
  if (isGathered) {
    const { condition, slice, pageOf } = keyset({ ...by, key: "key", id: "id" }, request, bind)
    const text = `WITH gathered AS MATERIALIZED (${select(matching(filter, bind, reads), by.key)}),
      found AS (SELECT id, key FROM gathered WHERE ${condition} ${slice})
      ${listing(`(SELECT count(*)::int FROM gathered)`)} ${slice}`
    return { text, values, pageOf }
  }
  const { condition, slice, pageOf } = keyset({ ...by, id: "t.id" }, request, bind)
  // The index of the order by activity begins with the purpose: where any will do, the beginning of each is read.
  const arms =
    order.sort === "active" && filter.purpose === null
      ? tokenPurposes.map((purpose) => ({ ...filter, purpose }))
      : [filter]
  const walks = arms.map(
    (arm) =>
      `(${select(matching(arm, bind, reads), by.key)} AND ${condition} AND ${boundOf(arm, by.key, bind)} ${slice})`,
  )
  return {
    text: `WITH found AS (${walks.join(" UNION ALL ")}) ${listing("0")} ${slice}`,
    values,
    pageOf,
  }
}

const listing = (total: string) => `
    SELECT ${listedColumns}, found.key, ${total} AS total, u.email, u.name AS "ownerName"
    FROM ${listedFrom} JOIN found ON found.id = t.id JOIN "User" u ON u.id = t."userId"`

const find = `WITH found AS (SELECT id, "issuedAt" AS key FROM log_out_everywhere.token_status WHERE id = $1::uuid)
  ${listing("1")}`
