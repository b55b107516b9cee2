import type { RevocationCount, RevocationReason, Token } from "log-out-everywhere"
import { endedWithEpoch, type TokenRow, tokenColumns, toToken } from "log-out-everywhere/postgres"
import { type Pooled, poolQuery } from "@/lib/db/query"
import { isUuid } from "@/lib/names/uuid"

/** What one act has ended of a person, read from the rows. */
export interface Receipt {
  /** The id of the act's entry in the audit log. */
  readonly actId: string
  readonly userId: string
  readonly action: string
  /** The database's clock at the act. */
  readonly at: Date
  readonly reason: RevocationReason
  /** Says who did it: the person, an administrator, or somebody who was not logged in. */
  readonly by: "self" | "administrator" | "nobody"
  /** Where it was done from; null if an administrator did it. */
  readonly address: string | null
  readonly ended: RevocationCount
  /** The sessions and API tokens among them, the latest used first: as many as `listed`. */
  readonly tokens: readonly Token[]
  /** How many of what the act was to end are live nevertheless, asked at this moment. Anything but 0 is a fault. */
  readonly live: number
  readonly askedAt: Date
}

/** More than a person has. */
const listed = 100

/**
 * The receipt of an act upon this person; null for an act upon somebody else, one that ended nothing by its
 * nature, and one whose rows have had their time.
 */
export const receiptOf = (userId: string, actId: string, on?: Pooled) => find(actId, userId, on)

/** The same for the browser in which the act was done, which names the act by a sealed cookie. */
export const receiptOfAct = (actId: string, on?: Pooled) => find(actId, null, on)

async function find(actId: string, userId: string | null, on?: Pooled): Promise<Receipt | null> {
  if (!isUuid(actId)) return null
  const query = poolQuery(on)
  const [row] = await query<ReceiptRow>(findAct, [actId, userId])
  if (!row) return null
  const tokens = await query<TokenRow>(findTokens, [actId])
  return { ...row, tokens: tokens.map((token) => toToken(token)) }
}

type ReceiptRow = Omit<Receipt, "tokens">

const fromAct = `"AuditEvent" a JOIN log_out_everywhere.ended_epoch e ON e."userId" = a."targetId" AND e.epoch = a."endedEpoch"`

/**
 * What ended must not be live; nor, after an act on everything, anything of its purposes that began before: a
 * token that the act had carried on by mistake would not be among what ended.
 */
const shouldBeDead = `(${endedWithEpoch} OR a.action = 'log_out_everywhere' AND a.scope = 'everywhere'
  AND t.purpose = ANY (e.purposes) AND t."issuedAt" < e.at)`

const findAct = {
  name: "receipt_find",
  text: `SELECT a.id AS "actId", a."targetId" AS "userId", a.action, e.at, e.reason, ended.counts AS ended, ended.live,
      now() AS "askedAt", done.by, CASE WHEN done.by <> 'administrator' THEN a.address END AS address
    FROM ${fromAct},
      LATERAL (SELECT CASE WHEN a."actorId" = a."targetId" THEN 'self' WHEN a."actorId" IS NULL THEN 'nobody'
        ELSE 'administrator' END AS by) AS done,
      LATERAL (
      SELECT coalesce(json_object_agg(purpose, ended) FILTER (WHERE ended > 0), '{}') AS counts,
        coalesce(sum(live), 0)::int AS live
      FROM (
        SELECT t.purpose, count(*) FILTER (WHERE ${endedWithEpoch}) AS ended,
          count(*) FILTER (WHERE s."isLive" AND ${shouldBeDead}) AS live
        FROM log_out_everywhere.token t JOIN log_out_everywhere.token_status s ON s.id = t.id
        WHERE t."userId" = e."userId" AND t.purpose <> 'browser' GROUP BY t.purpose) AS of_purpose) AS ended
    WHERE a.id = $1::uuid AND ($2::uuid IS NULL OR a."targetId" = $2::uuid)`,
}

const findTokens = {
  name: "receipt_tokens",
  text: `SELECT ${tokenColumns} FROM ${fromAct} JOIN log_out_everywhere.token t ON ${endedWithEpoch}
    WHERE a.id = $1::uuid AND t.purpose IN ('session', 'api') ORDER BY t.purpose DESC, t."lastActiveAt" DESC, t.id LIMIT ${listed}`,
}
