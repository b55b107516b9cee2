import { type Connection, connection } from "@/lib/db/client"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "@/lib/db/lists/listed-session"
import { poolQuery } from "@/lib/db/query"

/** A token that an entry of the audit log names, and whose it was. */
export interface NamedToken extends ListedSession {
  readonly email: string
}

const listed = 100

/** What ended by an act that names its sessions; a person's other acts have a receipt. */
export async function endedByAct(
  { details }: Pick<AuditEvent, "details">,
  { pool }: Pick<Connection, "pool"> = connection(),
): Promise<readonly NamedToken[]> {
  const ids = [details.token, details.sessions].flat().filter((id) => typeof id === "string")
  if (ids.length === 0) return []
  const rows = await poolQuery(pool)<ListedRow & { email: string }>({ text }, [ids, listed])
  return rows.map((row) => ({ ...toListed(row), email: row.email }))
}

const text = `SELECT ${listedColumns}, u.email FROM ${listedFrom} JOIN "User" u ON u.id = t."userId"
  WHERE t.id = ANY ($1::text[]::uuid[]) ORDER BY u.email, t."issuedAt" DESC, t.id LIMIT $2::int`
