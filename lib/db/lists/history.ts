import { type Pooled, poolQuery } from "@/lib/db/query"
import { latestFirst, type Page, type PageRequest, type Place, pagesOf } from "./keyset"

/** Something that the audit log tells of one person, without the names of others. */
export interface HistoryEvent {
  readonly id: string
  readonly at: Date
  readonly action: string
  /** Says who did it: the person, an administrator, or somebody who was not logged in. */
  readonly by: "self" | "administrator" | "nobody"
  readonly address: string | null
  /** "Firefox on Linux", where the log says. */
  readonly device: string | null
  /** Whether there is a receipt of what it ended, under the event's id. */
  readonly hasReceipt: boolean
}

/** How far a history goes back. An audit log is kept for longer (`retention.auditMs`). */
export const historyLength = "90 days"

/** What was done in, and to, this person's account: the latest first. */
export function historyOf(
  userId: string,
  request: PageRequest,
  on?: Pooled,
): Promise<Page<HistoryEvent>> {
  const order = latestFirst("e.at", "e.id")
  const textAt = (place: Place) => historyText(userId, place)
  return pagesOf(poolQuery(on), order, textAt, toEvent).nearest(request)
}

const toEvent = ({ key: at, ...event }: HistoryRow): HistoryEvent => ({ ...event, at })

function historyText(userId: string, { bind, condition, slice }: Place): string {
  const id = `${bind(userId)}::uuid`
  const among = `${bind(JSON.stringify({ people: [userId] }))}::jsonb`
  // Each way to be named in an event has its own index. An act on everyone names nobody.
  const found = [
    `"AuditEvent" e WHERE e."targetId" = ${id}`,
    `"AuditEvent" e WHERE e.details @> ${among}`,
    `(${actsOnEveryone(id)}) e WHERE true`,
  ]
    .map(
      (events) =>
        `(SELECT e.id, e.at AS key, e.action, e.address, e.details->>'device' AS device,
          EXISTS (SELECT FROM log_out_everywhere.ended_epoch x
            WHERE x."userId" = ${id} AND e."targetId" = ${id} AND x.epoch = e."endedEpoch") AS "hasReceipt",
          CASE WHEN e."actorId" = ${id} THEN 'self' WHEN e."actorId" IS NULL THEN 'nobody' ELSE 'administrator' END AS by
        FROM ${events} AND e.at > now() - interval '${historyLength}' AND ${condition} ${slice})`,
    )
    .join(" UNION ")
  return `${found} ${slice}`
}

/** The times that everyone was logged out, by this person or out of a session of theirs. */
const actsOnEveryone = (id: string) =>
  `SELECT g.id, g.at, 'log_everyone_out' AS action, NULL AS address, NULL::jsonb AS details,
     g."byId" AS "actorId", NULL::uuid AS "targetId", NULL::int AS "endedEpoch" FROM log_out_everywhere.ended_generation g WHERE g.purpose = 'session' AND (g."byId" = ${id} OR EXISTS (
       SELECT FROM log_out_everywhere.token_status t WHERE t."userId" = ${id} AND t.purpose = g.purpose
         AND t."realmGeneration" = g.generation AND t."voidedAt" IS NOT NULL))`

interface HistoryRow extends Omit<HistoryEvent, "at"> {
  key: Date
}
