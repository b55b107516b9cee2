import { type Connection, connection } from "./client"
import { poolQuery } from "./query"
import { liveAt } from "./token-row"

/** A new address that nobody has confirmed yet. */
export interface PendingEmailChange {
  readonly email: string
  readonly expiresAt: Date
}

export async function findPendingEmailChange(
  userId: string,
  { pool }: Pick<Connection, "pool"> = connection(),
): Promise<PendingEmailChange | null> {
  const [pending] = await poolQuery(pool)<PendingEmailChange>(find, [userId])
  return pending ?? null
}

const find = {
  name: "pending_email_change",
  text: `SELECT t.data->>'email' AS email, t."expiresAt"
    FROM "Token" t, "User" u, "Realm" r WHERE u.id = t."userId" AND r.purpose = t.purpose
      AND t."userId" = $1::uuid AND t.purpose = 'email_change' AND ${liveAt("now()")}
    ORDER BY t."issuedAt" DESC LIMIT 1`,
}
