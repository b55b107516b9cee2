import { poolQuery } from "@/lib/db/query"

/** A new address that nobody has confirmed yet. */
export interface PendingEmailChange {
  readonly email: string
  readonly expiresAt: Date
}

export async function findPendingEmailChange(userId: string): Promise<PendingEmailChange | null> {
  const [pending] = await poolQuery()<PendingEmailChange>(find, [userId])
  return pending ?? null
}

const find = {
  name: "pending_email_change",
  text: `SELECT t.data->>'email' AS email, t."expiresAt"
    FROM log_out_everywhere.token_status t
    WHERE t."userId" = $1::uuid AND t.purpose = 'email_change' AND t."isLive"
    ORDER BY t."issuedAt" DESC LIMIT 1`,
}
