import type { TokenPurpose, TokenStatus } from "log-out-everywhere"
import { type Connection, connection } from "@/lib/db/client"
import { poolQuery } from "@/lib/db/query"
import type { DeviceKind } from "@/lib/names/client"
import { emailPart } from "@/lib/names/email"
import { parseNetworkAddress } from "@/lib/names/network-address"
import { type Bind, binder, keyset, nearestPage, type Page, type PageRequest } from "./keyset"
import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "./listed-session"
import { containing } from "./search-text"

export interface SessionFilter {
  /** Part of an e-mail address or of a network address; empty for any. */
  readonly text: string
  readonly status: TokenStatus | null
  readonly deviceKind: DeviceKind | null
  /** Tokens of another purpose than `session`. */
  readonly purpose?: TokenPurpose
  /** One person's alone. */
  readonly userId?: string | undefined
}

export interface SessionSearch extends SessionFilter, PageRequest {
  readonly sort: SessionSort
  readonly isDescending: boolean
}

export type SessionSort = keyof typeof orders

export interface FoundSession extends ListedSession {
  readonly owner: { readonly id: string; readonly email: string; readonly name: string | null }
}

/** Everyone's sessions, for administrators. */
export function sessionDirectory({ pool }: Connection = connection()) {
  const query = poolQuery(pool)
  const exactPage = async (search: SessionSearch): Promise<Page<FoundSession>> => {
    const { text, values, pageOf } = pageStatement(search)
    const { items, ...neighbours } = pageOf(await query<FoundRow>({ text }, values))
    return { items: items.map(toFound), ...neighbours }
  }
  return {
    page: (search: SessionSearch) => nearestPage(search, exactPage),

    /** The same for programs, which are told where a list ends. */
    exactPage,

    /** Counts no further than `max`: nobody needs the exact number of a million, and it takes long. */
    async count(filter: SessionFilter, max: number): Promise<number> {
      const { text, values } = countStatement(filter, max)
      const [row] = await query<{ total: number }>({ text }, values)
      return row?.total ?? 0
    },
  }
}

const orders = {
  active: { key: `t."lastActiveAt"`, type: "timestamptz" },
  started: { key: `t."issuedAt"`, type: "timestamptz" },
  email: { key: "u.email", type: "text" },
} as const

interface FoundRow extends ListedRow {
  key: Date | string
  email: string
  ownerName: string | null
}

function toFound(row: FoundRow): FoundSession {
  return {
    ...toListed(row),
    owner: { id: String(row.userId), email: row.email, name: row.ownerName },
  }
}

function pageStatement(search: SessionSearch) {
  const { sort, isDescending, status } = search
  const { bind, values } = binder()
  const order = { ...orders[sort], id: "t.id", isDescending }
  const { condition, slice, pageOf } = keyset(order, search, bind)
  // Few sessions have their deadlines before them. Walking an index in the order of the list would pass most of
  // those that ended; behind this fence the planner gathers the few by their deadline and sorts them.
  const fence = status === "active" || status === "idle" ? "OFFSET 0" : ""
  const found = eitherWay(
    search,
    bind,
    (sessions) => `
    SELECT id, key FROM (SELECT t.id, ${order.key} AS key ${sessions} AND ${condition} ${fence}) t ${slice}`,
  )
  const text = `WITH found AS (${found})
    SELECT ${listedColumns}, found.key, u.email, u.name AS "ownerName"
    FROM ${listedFrom} JOIN found ON found.id = t.id JOIN "User" u ON u.id = t."userId" ${slice}`
  return { text, values, pageOf }
}

function countStatement(filter: SessionFilter, max: number) {
  const { bind, values } = binder()
  const found = eitherWay(filter, bind, (sessions) => `SELECT t.id ${sessions} LIMIT ${max}`)
  return { text: `SELECT least(count(*), ${max})::int AS total FROM (${found}) AS found`, values }
}

/**
 * What a search by text finds, as the union of what it finds in the one column and in the other. Each
 * half has its own plan; one condition over both tables would have to look at every session.
 */
function eitherWay(
  filter: SessionFilter,
  bind: Bind,
  select: (sessions: string) => string,
): string {
  const { text } = filter
  const isPartOfAddress = /^[0-9a-f.:%]+$/i.test(text)
  const conditions = text === "" ? ["true"] : [`u.email LIKE ${bind(containing(emailPart(text)))}`]
  if (text !== "" && isPartOfAddress)
    conditions.push(`host(t.address) LIKE ${bind(containing(parseNetworkAddress(text) ?? text))}`)
  return conditions
    .map((condition) => `(${select(sessionsWith(filter, bind, condition))})`)
    .join(" UNION ")
}

function sessionsWith(
  { status, deviceKind, purpose = "session", userId }: SessionFilter,
  bind: Bind,
  condition: string,
): string {
  return `FROM log_out_everywhere.token_status t JOIN "User" u ON u.id = t."userId"
    WHERE t.purpose = ${literal(purpose)} AND ${condition}
      AND ${userId ? `t."userId" = ${bind(userId)}::uuid` : "true"}
      AND ${status ? ofStatus[status] : "true"}
      AND ${deviceKind ? `t."deviceKind" = ${bind(deviceKind)}` : "true"}`
}

/** What the view says, with the deadline beside it by which an index finds the few. */
const ofStatus: Readonly<Record<TokenStatus, string>> = {
  active: `t."isLive"`,
  revoked: `t."isRevoked"`,
  expired: `t.status = 'expired' AND t."expiresAt" <= now()`,
  idle: `t.status = 'idle' AND t."idleAt" <= now()`,
}

/** In the statement's text, so that the planner knows it. The type admits nothing that needs quoting. */
const literal = (purpose: TokenPurpose) => `'${purpose}'`
