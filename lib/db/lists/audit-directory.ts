import { type Pooled, poolQuery } from "@/lib/db/query"
import type { AuditAction } from "@/lib/names/audit-action"
import { isUuid } from "@/lib/names/uuid"
import type { AuditEntry } from "@/lib/users/ports/stores"
import { type Bind, latestFirst, type PageRequest, type Place, pagesOf } from "./keyset"

export interface AuditSearch extends PageRequest {
  readonly action: AuditAction | null
  /** Any of these. */
  readonly actions?: readonly AuditAction[] | undefined
  /** The id of the person who acted or was acted upon; null for anybody. */
  readonly personId: string | null
  /** Of the moments from the one, and before the other. */
  readonly from?: Date | null
  readonly until?: Date | null
  /** Those that were done from there, as CIDR writes it. */
  readonly network?: string | null
}

/** Somebody whom the log names by id. Without an e-mail address: the account is gone. */
export interface NamedPerson {
  readonly id: string
  readonly email: string | null
  readonly name: string | null
}

export interface AuditEvent extends Pick<AuditEntry, "address"> {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly actor: NamedPerson | null
  readonly target: NamedPerson | null
  readonly reason: string | null
  readonly scope: string | null
  readonly count: number | null
  readonly details: NonNullable<AuditEntry["details"]>
  /** Those whom its details name, where it affected several. */
  readonly people: readonly NamedPerson[]
  /** Of the one session that it ended, for as long as that is kept. */
  readonly userAgent: string | null
}

/** The audit log, the latest first, for administrators. */
export function auditDirectory(on?: Pooled) {
  const query = poolQuery(on)
  return {
    page: pagesOf(query, latestFirst("e.at", "e.id"), textAt, toEvent).nearest,

    async find(id: string): Promise<AuditEvent | null> {
      if (!isUuid(id)) return null
      const [row] = await query<EventRow>({ text: found(findOne) }, [id])
      return row ? toEvent(row) : null
    },
  }
}

interface EventRow extends Omit<AuditEvent, "at" | "actor" | "target" | "details" | "people"> {
  key: Date
  actorId: string | null
  actorEmail: string | null
  actorName: string | null
  targetId: string | null
  targetEmail: string | null
  targetName: string | null
  details: AuditEvent["details"] | null
  people: AuditEvent["people"] | null
}

function toEvent(row: EventRow): AuditEvent {
  const { id, key: at, action, reason, scope, count, address, userAgent } = row
  return {
    ...{ id, at, action, reason, scope, count, address, userAgent },
    actor: personOf(row.actorId, row.actorEmail, row.actorName),
    target: personOf(row.targetId, row.targetEmail, row.targetName),
    details: row.details ?? {},
    people: row.people ?? [],
  }
}

const personOf = (id: string | null, email: string | null, name: string | null) =>
  id === null ? null : { id, email, name }

function textAt(
  { bind, condition, slice }: Place,
  { action, actions, personId, from, until, network }: AuditSearch,
): string {
  const wanted = [
    action ? `e.action = ${bind(action)}` : "true",
    actions ? `e.action = ANY (${bind(actions)})` : "true",
    network ? within(`${bind(network)}::inet`) : "true",
    from ? `e.at >= ${bind(from)}` : "true",
    until ? `e.at < ${bind(until)}` : "true",
  ].join(" AND ")
  // Each way to be named in an event has its own index.
  const events = waysToBeNamed(personId, bind)
    .map(
      (way) =>
        `(SELECT e.*, e.at AS key FROM "AuditEvent" e WHERE ${way} AND ${wanted} AND ${condition} ${slice})`,
    )
    .join(" UNION ")
  return `${found(events)} ${slice}`
}

const findOne = `SELECT e.*, e.at AS key FROM "AuditEvent" e WHERE e.id = $1::uuid`

/** Entries with the names of those whom they are about. */
const found = (events: string) => `WITH found AS (${events})
  SELECT e.*, actor.email AS "actorEmail", actor.name AS "actorName",
    target.email AS "targetEmail", target.name AS "targetName", ${people} AS people, ${userAgent} AS "userAgent"
  FROM found e LEFT JOIN "User" actor ON actor.id = e."actorId" LEFT JOIN "User" target ON target.id = e."targetId"`

/** From the first address to the last: of a range in these words the planner knows how many entries it has. */
const within = (network: string) =>
  `address_of(e.address) BETWEEN ${network} AND set_masklen(broadcast(${network}), CASE family(${network}) WHEN 4 THEN 32 ELSE 128 END)`

const people = `(SELECT json_agg(json_build_object('id', named.id, 'email', u.email, 'name', u.name))
  FROM jsonb_array_elements_text(e.details->'people') named (id) LEFT JOIN "User" u ON u.id = named.id::uuid)`

const userAgent = `(SELECT t."userAgent" FROM log_out_everywhere.token t
  WHERE t.purpose = 'session' AND e.count = 1
    AND t.id = COALESCE(e.details->>'token', e.details->'sessions'->>0)::uuid)`

function waysToBeNamed(personId: string | null, bind: Bind): readonly string[] {
  if (personId === null) return ["true"]
  const id = `${bind(personId)}::uuid`
  const among = JSON.stringify({ people: [personId] })
  return [`e."actorId" = ${id}`, `e."targetId" = ${id}`, `e.details @> ${bind(among)}::jsonb`]
}
