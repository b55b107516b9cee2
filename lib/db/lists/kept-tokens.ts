import type { Token, TokenStatus } from "log-out-everywhere"
import { type TokenRow, tokenColumns, toToken } from "log-out-everywhere/postgres"
import { type Pooled, poolQuery } from "@/lib/db/query"

/** A token that is still kept, whether it lives or is over. */
export interface KeptToken {
  readonly token: Token
  readonly status: TokenStatus
  /** When it ended, or will at the latest. */
  readonly endsAt: Date
}

/** A person's sessions, known browsers and API tokens, the latest first: at most `max`. */
export async function keptTokensOf(
  userId: string,
  max: number,
  on?: Pooled,
): Promise<readonly KeptToken[]> {
  const rows = await poolQuery(on)<KeptRow>({ text }, [userId, max])
  return rows.map(({ status, endsAt, ...row }) => ({ token: toToken(row), status, endsAt }))
}

interface KeptRow extends TokenRow {
  status: TokenStatus
  endsAt: Date
}

// Without a name: it may take its time.
const text = `SELECT ${tokenColumns}, t.status, least(t."endsAt", t."voidedAt") AS "endsAt"
  FROM log_out_everywhere.token_status t
  WHERE t."userId" = $1::uuid AND t.purpose IN ('session', 'browser', 'api')
  ORDER BY t."issuedAt" DESC, t.id LIMIT $2::int`
