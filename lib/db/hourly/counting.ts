/**
 * The statements that count. Each answers measure, kind, hour, part and count, of the hours from $1 until $2;
 * `live` takes the end of the last one.
 */

/** How many networks of an hour are kept: those with the most failures. */
export const networksKept = 20

const hourOf = (instant: string) => `date_trunc('hour', ${instant})`

/** Of sessions device, way in and end; of whatever else a person was handed the purpose alone. */
const bySide = (measure: string, tokens: string) => `
  WITH seen AS (
    SELECT hour, purpose, "deviceKind", method, reason, count(*) AS count
    FROM (${tokens}) AS tokens GROUP BY hour, purpose, "deviceKind", method, reason)
  SELECT '${measure}', side.kind, hour, side.part, sum(count) FROM seen, LATERAL (VALUES
    ('purpose', purpose, true), ('device', "deviceKind", purpose = 'session'),
    ('method', method, purpose = 'session'), ('reason', reason, purpose = 'session')
  ) AS side (kind, part, counts) WHERE side.counts AND side.part IS NOT NULL GROUP BY side.kind, hour, side.part`

export const begun = bySide(
  "begun",
  `SELECT ${hourOf(`"issuedAt"`)} AS hour, purpose, "deviceKind", method, NULL AS reason
   FROM "TokenOrigin" WHERE "issuedAt" >= $1 AND "issuedAt" < $2 AND purpose <> 'browser'`,
)

/**
 * The first end is the end: what had gone idle and was replaced later went idle. None that ended since then had
 * expired before, which an index knows.
 */
export const ended = bySide(
  "ended",
  `SELECT ${hourOf("at")} AS hour, purpose, "deviceKind", method,
     CASE at WHEN "voidedAt" THEN 'everyone_logged_out' WHEN "revokedAt" THEN "revocationReason"
       WHEN "idleAt" THEN 'idle' ELSE 'expired' END AS reason
   FROM log_out_everywhere.token_status t, LATERAL (
     SELECT least("endsAt", "voidedAt", "idleAt", "expiresAt") AS at) AS first_end
   WHERE "expiresAt" >= $1 AND at >= $1 AND at < $2 AND purpose <> 'browser'`,
)

/** At least one row, so that an hour without anybody was counted, too. */
export const live = `SELECT measure, kind, hour, part, sum(count) FROM (
  ${bySide(
    "live",
    `SELECT $1::timestamptz - interval '1 hour' AS hour, purpose, "deviceKind", method, NULL AS reason
     FROM log_out_everywhere.token_status t WHERE t."isLive" AND purpose <> 'browser'`,
  )}
  UNION ALL SELECT 'live', 'purpose', $1::timestamptz - interval '1 hour', 'session', 0
) AS live (measure, kind, hour, part, count) GROUP BY measure, kind, hour, part`

/** What is refused at one door has an entry when it begins, and one that counts them all when its window is over. */
const attempts = `SELECT ${hourOf("at")} AS hour, action, address_of(address) AS address,
    coalesce(count - 1, 1) AS times
  FROM "AuditEvent" WHERE at >= $1 AND at < $2 AND action IN ('log_in_failed', 'log_in_throttled')`

export const failed = `
  WITH attempts AS (${attempts}),
  of_network AS (
    SELECT hour, network(set_masklen(address, CASE family(address) WHEN 4 THEN 24 ELSE 48 END))::text AS network,
      sum(times) AS times FROM attempts WHERE address IS NOT NULL GROUP BY 1, 2),
  ranked AS (SELECT *, row_number() OVER (PARTITION BY hour ORDER BY times DESC, network) AS rank FROM of_network)
  SELECT 'failed', 'action', hour, action, sum(times) FROM attempts GROUP BY hour, action
  UNION ALL SELECT 'failed', 'network', hour, network, times FROM ranked WHERE rank <= ${networksKept}`
