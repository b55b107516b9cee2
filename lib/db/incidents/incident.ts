import { type Pooled, poolQuery } from "@/lib/db/query"

/** What happened in a span of time, for a report. */
export interface Incident {
  /** What the audit log has entries of. */
  readonly done: readonly {
    readonly action: string
    readonly times: number
    /** How many sessions, tokens and links ended by it. */
    readonly ended: number
  }[]
  /** Where failed log-ins came from, and whose account they were for: those with the most. */
  readonly networks: readonly { readonly network: string; readonly failures: number }[]
  readonly accounts: readonly {
    readonly id: string
    readonly email: string | null
    readonly name: string | null
    readonly failures: number
  }[]
  readonly told: readonly Told[]
}

/** The mails of one kind, and how far they have come. */
export interface Told {
  readonly kind: string
  readonly written: number
  readonly sent: number
  readonly givenUp: number
}

const most = 10

export async function incidentOf(from: Date, until: Date, on?: Pooled): Promise<Incident> {
  const read = <Row>(text: string) => poolQuery(on)<Row>({ text }, [from, until])
  return {
    done: await read(done),
    networks: await read(networks),
    accounts: await read(accounts),
    told: await read(toldOf("true")),
  }
}

/** What was mailed to this person in the transaction that wrote an entry at this moment. */
export const toldWith = (email: string, at: Date, on?: Pooled): Promise<Told[]> => {
  const begun = new Date(+at - longestTransactionMs)
  const text = toldOf(`"to" = $3`)
  return poolQuery(on)<Told>({ text }, [begun, new Date(+at + 1), email])
}

/** A mail bears the time at which its transaction began, an entry that at which it was written. */
const longestTransactionMs = 20_000

// Of refusals an entry is told first, and one that counts them all when their window is over.
const times = `CASE WHEN e.details ? 'since' THEN e.count - 1 ELSE 1 END`

const inSpan = `"AuditEvent" e WHERE e.at >= $1 AND e.at < $2`
const failures = `${inSpan} AND e.action IN ('log_in_failed', 'log_in_throttled')`

const done = `SELECT e.action, sum(${times})::int AS times,
    coalesce(sum(e.count) FILTER (WHERE e.action NOT IN ('retry_mail', 'export_sessions') AND NOT coalesce(e.details ? 'since', false)), 0)::int AS ended
  FROM ${inSpan} GROUP BY e.action ORDER BY times DESC, e.action`

const networks = `
  SELECT network(set_masklen(address, CASE family(address) WHEN 4 THEN 24 ELSE 48 END))::text AS network,
    sum(times)::int AS failures
  FROM (SELECT address_of(e.address) AS address, ${times} AS times FROM ${failures}) AS failed
  WHERE address IS NOT NULL GROUP BY network ORDER BY failures DESC, network LIMIT ${most}`

const accounts = `SELECT failed.*, u.email, u.name FROM (
    SELECT e."targetId" AS id, sum(${times})::int AS failures FROM ${failures} AND e."targetId" IS NOT NULL
    GROUP BY e."targetId" ORDER BY failures DESC, id LIMIT ${most}) AS failed
  LEFT JOIN "User" u ON u.id = failed.id ORDER BY failures DESC, failed.id`

const toldOf = (
  which: string,
) => `SELECT kind, count(*)::int AS written, count("sentAt")::int AS sent,
    (count(*) FILTER (WHERE "sentAt" IS NULL AND "nextTryAt" IS NULL))::int AS "givenUp"
  FROM "OutboxMail" WHERE "createdAt" >= $1 AND "createdAt" < $2 AND ${which} GROUP BY kind ORDER BY written DESC, kind`
