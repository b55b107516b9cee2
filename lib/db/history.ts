import { type Connection, connection } from "./client"
import { binder, keyset, type Page, type PageRequest } from "./keyset"
import { poolQuery } from "./query"

/** Something that the audit log tells of one person, without the names of others. */
export interface HistoryEvent {
  readonly id: string
  readonly at: Date
  readonly action: string
  /** Who did it: the person, an administrator, or somebody who was not logged in. */
  readonly by: "self" | "administrator" | "nobody"
  readonly address: string | null
  /** "Firefox on Linux", where the log says. */
  readonly device: string | null
}

/** How far back a person sees. */
const kept = "90 days"

/** What was done in, and to, this person's account: the latest first. */
export async function historyOf(
  userId: string,
  request: PageRequest,
  { pool }: Pick<Connection, "pool"> = connection(),
): Promise<Page<HistoryEvent>> {
  const { bind, values } = binder()
  const order = { key: "e.at", type: "timestamptz", id: "e.id", isDescending: true } as const
  const { condition, slice, pageOf } = keyset(order, request, bind)
  const id = `${bind(userId)}::uuid`
  const among = `${bind(JSON.stringify({ people: [userId] }))}::jsonb`
  // Each way to be named in an event has an index of its own.
  const found = [`e."targetId" = ${id}`, `e.details @> ${among}`]
    .map(
      (way) =>
        `(SELECT e.id, e.at AS key, e.action, e.address, e.details->>'device' AS device,
          CASE WHEN e."actorId" = ${id} THEN 'self' WHEN e."actorId" IS NULL THEN 'nobody' ELSE 'administrator' END AS by
        FROM "AuditEvent" e WHERE ${way} AND e.at > now() - interval '${kept}' AND ${condition} ${slice})`,
    )
    .join(" UNION ")
  const rows = await poolQuery(pool)<HistoryRow>({ text: `${found} ${slice}` }, values)
  const { items, ...neighbours } = pageOf(rows)
  return { items: items.map(({ key, ...event }) => ({ ...event, at: key })), ...neighbours }
}

interface HistoryRow extends Omit<HistoryEvent, "at"> {
  key: Date
}
