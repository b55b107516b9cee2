import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "@/lib/db/lists/listed-session"
import { type Pooled, poolQuery } from "@/lib/db/query"

/** A token that ended by an act, and whose it was. */
export interface NamedToken extends ListedSession {
  readonly email: string
}

export interface EndedTokens {
  /** As many as `listed`, of those that are still kept. */
  readonly tokens: readonly NamedToken[]
  /** How many of all of them are live nevertheless, asked at this moment. Anything but 0 is a fault. */
  readonly live: number
}

const listed = 100

/** What ended by an act that names its sessions; a person's other acts have a receipt. */
export async function endedByAct(
  { details }: Pick<AuditEvent, "details">,
  on?: Pooled,
): Promise<EndedTokens> {
  const ids = [details.token, details.sessions].flat().filter((id) => typeof id === "string")
  return ids.length > 0 ? find(`t.id = ANY ($1::text[]::uuid[])`, ids, on) : { tokens: [], live: 0 }
}

/** What a bulk revocation has come to so far, but for the session that it spared. */
export const endedBySweep = (sweepId: string, on?: Pooled): Promise<EndedTokens> =>
  find(
    `t.id IN (SELECT m."tokenId" FROM "SweptToken" m JOIN "Sweep" s ON s.id = m."sweepId"
      WHERE s.id = $1::uuid AND m.place <= s.done AND m."tokenId" IS DISTINCT FROM s."sparedId")`,
    sweepId,
    on,
  )

async function find(which: string, value: unknown, on?: Pooled): Promise<EndedTokens> {
  const query = poolQuery(on)
  // Without a name: of a million it may take its time.
  const [row] = await query<{ live: number }>({ text: count(which) }, [value])
  const rows = await query<ListedRow & { email: string }>({ text: list(which) }, [value])
  return {
    live: row?.live ?? 0,
    tokens: rows.map((each) => ({ ...toListed(each), email: each.email })),
  }
}

const count = (which: string) =>
  `SELECT count(*)::int AS live FROM log_out_everywhere.token_status t WHERE ${which} AND t."isLive"`

const list = (which: string) => `SELECT ${listedColumns}, u.email
  FROM ${listedFrom} JOIN "User" u ON u.id = t."userId" WHERE ${which}
  ORDER BY t."lastActiveAt" DESC, t.id LIMIT ${listed}`
