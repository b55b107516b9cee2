import type { Token, TokenStatus } from "log-out-everywhere"
import { type TokenRow, tokenColumns, toToken } from "log-out-everywhere/postgres"
import { type Pooled, poolQuery } from "@/lib/db/query"

/** A person's live API tokens, the newest first: all of them, since `issueApiToken` allows few. */
export const listApiTokens = (userId: string): Promise<readonly Token[]> =>
  read(
    "api_token_list",
    `t."userId" = $1::uuid AND t.purpose = 'api' AND t."isLive" ORDER BY t."issuedAt" DESC, t.id`,
    userId,
  )

/** A person's live API tokens and links, at most 100, which a list of sessions does not show. */
export const heldTokensOf = (userId: string, on?: Pooled): Promise<readonly Token[]> =>
  read(
    "held_tokens",
    `t."userId" = $1::uuid AND t.purpose NOT IN ('session', 'browser') AND t."isLive"
    ORDER BY t.purpose, t."issuedAt" DESC, t.id LIMIT 100`,
    userId,
    on,
  )

/** A token whatever its status, purpose and owner: for administrators. */
export const findTokenById = async (id: string): Promise<Token | null> =>
  (await read("token_by_id", "t.id = $1::uuid", id))[0] ?? null

/** A token that is still kept, whether it lives or is over. */
export interface KeptToken {
  readonly token: Token
  readonly status: TokenStatus
  /** When it ended, or will at the latest. */
  readonly endsAt: Date
}

/** A person's sessions, known browsers and API tokens, the latest first: at most `max`. */
export async function keptTokensOf(userId: string, max: number): Promise<readonly KeptToken[]> {
  const rows = await poolQuery()<KeptRow>({ text: findKept }, [userId, max])
  return rows.map(({ status, endsAt, ...row }) => ({ token: toToken(row), status, endsAt }))
}

async function read(name: string, which: string, id: string, on?: Pooled): Promise<Token[]> {
  const text = `SELECT ${tokenColumns} FROM log_out_everywhere.token_status t WHERE ${which}`
  return (await poolQuery(on)<TokenRow>({ name, text }, [id])).map((row) => toToken(row))
}

interface KeptRow extends TokenRow {
  status: TokenStatus
  endsAt: Date
}

// Without a name: it may take its time.
const findKept = `SELECT ${tokenColumns}, t.status, least(t."endsAt", t."voidedAt") AS "endsAt"
  FROM log_out_everywhere.token_status t
  WHERE t."userId" = $1::uuid AND t.purpose IN ('session', 'browser', 'api')
  ORDER BY t."issuedAt" DESC, t.id LIMIT $2::int`

/** How a session ended if its row bears no reason. */
export type EndOfVoided = "idle" | "expired" | "everyone_logged_out" | "ended"

/** Whether the session had gone idle or expired by itself, or ended with everyone's. */
export async function endOfVoided(tokenId: string): Promise<EndOfVoided> {
  const [row] = await poolQuery()<{ end: EndOfVoided }>(findEnd, [tokenId])
  return row?.end ?? "ended"
}

const findEnd = {
  name: "token_end_of_voided",
  text: `SELECT CASE WHEN "isVoided" THEN 'everyone_logged_out'
      WHEN status IN ('idle', 'expired') THEN status ELSE 'ended' END AS "end"
    FROM log_out_everywhere.token_status WHERE id = $1::uuid`,
}
