import { type Pooled, poolQuery } from "@/lib/db/query"

export const onlineMs = 15 * 60_000

/** How far is counted: the exact number of a million takes long. */
export const countedAtMost = { sessions: 1_000, people: 10_000 } as const

/** How many there are at this moment: one more than `countedAtMost` if there are more. */
export interface Online {
  readonly sessions: number
  /** Those with a session that was used within `onlineMs`. */
  readonly people: number
}

export async function online(on?: Pooled): Promise<Online> {
  const query = poolQuery(on)
  const count = async (text: string) => (await query<{ count: number }>({ text }, []))[0]?.count
  const [sessions = 0, people = 0] = await Promise.all([count(liveSessions), count(usedLately)])
  return { sessions, people }
}

const live = `SELECT "userId" FROM log_out_everywhere.token_status WHERE purpose = 'session' AND "isLive"`

// The limits are in the text, since a plan that does not know them takes four times as long.
const liveSessions = `SELECT count(*)::int FROM (${live} LIMIT ${countedAtMost.sessions + 1}) AS live`

const usedLately = `SELECT count(DISTINCT "userId")::int FROM (
  ${live} AND "lastActiveAt" > now() - ${onlineMs} * interval '1 ms' LIMIT ${countedAtMost.people + 1}) AS used`
