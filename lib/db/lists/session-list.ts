import type { Token } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { type Pooled, poolQuery } from "@/lib/db/query"
import {
  latestFirst,
  nearestPage,
  type Page,
  type PageRequest,
  type Place,
  pagesOf,
} from "./keyset"
import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "./listed-session"
import { isOnNewDevice } from "./new-device"

/** How far back ended sessions are listed: as long as they are kept. */
const keptMs = authentication.retention.endedMs

/** One person's sessions, in pages: the live ones, and apart from them those that ended. */
export function sessionsOf(userId: string, on?: Pooled) {
  const query = poolQuery(on)

  function sorted(key: string, which: (place: Place) => string) {
    const textAt = (place: Place) => `SELECT ${ownColumns}, ${key} AS key FROM ${listedFrom}
      WHERE t."userId" = ${place.bind(userId)}::uuid AND t.purpose = 'session' AND ${which(place)}
        AND ${place.condition} ${place.slice}`
    return pagesOf(query, latestFirst(key, "t.id"), textAt, (row: PlacedRow) => toListed(row))
  }

  /**
   * Every live session is on exactly one page, and the current one, where it is this person's, is the first
   * of all, in addition to as many as were asked for.
   *
   * In the order in which they began, which nothing moves: in that of their activity one that is used
   * between two looks would go to a page that was seen already.
   */
  async function exactLive(
    current: Token | null,
    request: PageRequest,
  ): Promise<Page<ListedSession>> {
    const own = current?.userId === userId && current.purpose === "session" ? current : null
    const which = ({ bind }: Place) =>
      `t."isLive" AND t.id IS DISTINCT FROM ${bind(own?.id ?? null)}::uuid`
    const page = await sorted(`t."issuedAt"`, which).exact(request)
    const first: readonly ListedSession[] =
      own && !page.previous
        ? [{ token: own, status: "active", endedBy: null, voidedAt: null, isNew: false }]
        : []
    return { ...page, items: [...first, ...page.items] }
  }

  return {
    live: (current: Token | null, request: PageRequest) =>
      nearestPage(request, (place) => exactLive(current, place)),

    /** The same for programs, which are told where a list ends. */
    exactLive,

    /** Those that ended and are still kept, the latest end first. */
    ended: sorted(end, () => `NOT t."isLive" AND ${end} > now() - ${keptMs} * interval '1 ms'`)
      .nearest,

    async find(tokenId: string): Promise<ListedSession | null> {
      const [row] = await query<ListedRow>(find, [userId, tokenId])
      return row ? toListed(row) : null
    },
  }
}

const ownColumns = `${listedColumns}, ${isOnNewDevice} AS "isNew"`

interface PlacedRow extends ListedRow {
  key: Date
}

/** Its end, wherever that stands, as far as it is its own. */
const end = `t."endsAt"`

const find = {
  name: "session_find",
  text: `SELECT ${ownColumns} FROM ${listedFrom}
    WHERE t."userId" = $1::uuid AND t.id = $2::uuid AND t.purpose = 'session'`,
}
