import type { StreamsOptions } from "../../live/streams.ts"
import { schema } from "../judgement.ts"
import type { Query } from "../query.ts"

/**
 * Finds what sessions are, for `liveStreams`. One statement, however many there are, and it writes nothing.
 *
 * `hearsEveryone`: a condition in SQL on the row `t` of the view `token_status`, one for a database. Left out: nobody
 * does.
 */
export function presencesOn(query: Query, hearsEveryone?: string): StreamsOptions["find"] {
  const find = {
    name: hearsEveryone ? "loe_presences_everyone" : "loe_presences",
    text: `SELECT t.id::text, t."isLive", (${hearsEveryone ?? "false"}) AS "hearsEveryone",
      (extract(epoch FROM least(t."idleAt", t."expiresAt") - now()) * 1000)::float8 AS "endsInMs",
      CASE WHEN t."isVoided" THEN 'everyone_logged_out' WHEN t.status IN ('idle', 'expired') THEN t.status
        ELSE coalesce(t."revocationReason", 'ended') END AS reason
    FROM ${schema}.token_status t WHERE t.id = ANY($1::uuid[])`,
  }
  return async (tokenIds) => {
    const rows = await query<PresenceRow>(find, [tokenIds])
    return new Map(rows.map(({ id, ...presence }) => [id, presence]))
  }
}

interface PresenceRow {
  readonly id: string
  readonly isLive: boolean
  readonly hearsEveryone: boolean
  readonly endsInMs: number
  readonly reason: string
}
