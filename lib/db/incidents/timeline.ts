import { authentication } from "@/authentication"
import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "@/lib/db/lists/listed-session"
import { type Pooled, poolQuery } from "@/lib/db/query"

/** A session on a line of time: from its beginning to its end, or to what would be its end if nobody used it again. */
export interface TimedSession extends ListedSession {
  readonly endsAt: Date
}

export interface Timeline {
  readonly from: Date
  readonly until: Date
  /** The latest beginning first. */
  readonly sessions: readonly TimedSession[]
  readonly hasMore: boolean
}

/** As many as there is room for; a person has fewer but for programs that never log out. */
const drawn = 40

/** A person's sessions that were live at some time since ended ones are kept. */
export async function timelineOf(userId: string, now: Date, on?: Pooled): Promise<Timeline> {
  const from = new Date(+now - authentication.retention.endedMs)
  const rows = await poolQuery(on)<TimedRow>({ text }, [userId, from, drawn + 1])
  const sessions = rows.slice(0, drawn).map((row) => ({ ...toListed(row), endsAt: row.endsAt }))
  return { from, until: now, sessions, hasMore: rows.length > drawn }
}

interface TimedRow extends ListedRow {
  endsAt: Date
}

const text = `SELECT ${listedColumns}, least(t."endsAt", t."voidedAt", t."idleAt", t."expiresAt") AS "endsAt"
  FROM ${listedFrom} WHERE t."userId" = $1::uuid AND t.purpose = 'session'
    AND least(t."endsAt", t."voidedAt", t."idleAt", t."expiresAt") > $2
  ORDER BY t."issuedAt" DESC, t.id LIMIT $3::int`
