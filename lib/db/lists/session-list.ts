import type { Token } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { type Pooled, poolQuery } from "@/lib/db/query"
import { binder, keyset, nearestPage, type Page, type PageRequest } from "./keyset"
import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "./listed-session"

export interface SessionPageRequest extends PageRequest {
  /** How many at a time, the current one apart. */
  readonly size?: number | undefined
}

import { isOnNewDevice } from "./new-device"

/** How far back ended sessions are listed: as long as they are kept. */
const keptMs = authentication.retention.endedMs

/** One person's sessions, in pages: the live ones, and apart from them those that ended. */
export function sessionsOf(userId: string, on?: Pooled) {
  const query = poolQuery(on)

  /** `which` may bind further values, of which the person's id is the first. */
  async function read(order: Key, which: string, request: SessionPageRequest, ...more: string[]) {
    const { bind, values } = binder()
    const ofPerson = `t."userId" = ${bind(userId)}::uuid AND t.purpose = 'session'`
    for (const value of more) bind(value)
    const { condition, slice, pageOf } = keyset(order, request, bind, request.size)
    const text = `SELECT ${ownColumns}, ${order.key} AS key FROM ${listedFrom}
      WHERE ${ofPerson} AND ${which} AND ${condition} ${slice}`
    const { items, ...neighbours } = pageOf(await query<PlacedRow>({ text }, values))
    return { items: items.map(toListed), ...neighbours }
  }

  /**
   * Every live session is on exactly one page, and the current one, where it is this person's, is the first
   * of all.
   *
   * In the order in which they began, which nothing moves: in that of their activity one that is used
   * between two looks would go to a page that was seen already.
   */
  async function exactLive(
    current: Token | null,
    request: SessionPageRequest,
  ): Promise<Page<ListedSession>> {
    const own = current?.userId === userId && current.purpose === "session" ? current : null
    const which = `t."isLive" AND t.id IS DISTINCT FROM $2::uuid`
    const page = await read(byBeginning, which, request, own?.id ?? nobody)
    const first: readonly ListedSession[] =
      own && !page.previous
        ? [{ token: own, status: "active", endedBy: null, voidedAt: null, isNew: false }]
        : []
    return { ...page, items: [...first, ...page.items] }
  }

  return {
    live: (current: Token | null, request: SessionPageRequest) =>
      nearestPage(request, (place) => exactLive(current, place)),

    /** The same for programs, which are told where a list ends. */
    exactLive,

    /** Those that ended and are still kept, the latest end first. */
    ended: (request: SessionPageRequest): Promise<Page<ListedSession>> =>
      nearestPage(request, (place) =>
        read(byEnd, `NOT t."isLive" AND ${byEnd.key} > now() - ${keptMs} * interval '1 ms'`, place),
      ),

    async find(tokenId: string): Promise<ListedSession | null> {
      const [row] = await query<ListedRow>(find, [userId, tokenId])
      return row ? toListed(row) : null
    },
  }
}

const ownColumns = `${listedColumns}, ${isOnNewDevice} AS "isNew"`

type Key = Parameters<typeof keyset>[0]

interface PlacedRow extends ListedRow {
  key: Date
}

const nobody = "00000000-0000-0000-0000-000000000000"

const byBeginning = {
  key: `t."issuedAt"`,
  type: "timestamptz",
  id: "t.id",
  isDescending: true,
} as const

/** Its end, wherever that stands, as far as it is its own. */
const byEnd = {
  key: `t."endsAt"`,
  type: "timestamptz",
  id: "t.id",
  isDescending: true,
} as const

const find = {
  name: "session_find",
  text: `SELECT ${ownColumns} FROM ${listedFrom}
    WHERE t."userId" = $1::uuid AND t.id = $2::uuid AND t.purpose = 'session'`,
}
