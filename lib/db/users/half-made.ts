import type { Query } from "log-out-everywhere/postgres"

/**
 * The id of a person whom this provider began to sign up, and whom nothing can let in: no password, no
 * provider's account, no secret ever issued, and never a log-in. An earlier version could leave one behind.
 */
export async function findHalfMade(
  query: Query,
  email: string,
  provider: string,
): Promise<string | null> {
  const [found] = await query<{ id: string }>(statement, [email, provider])
  return found?.id ?? null
}

const statement = {
  name: "user_find_half_made",
  text: `SELECT u.id FROM "User" u
    WHERE u.email = $1::text AND u."passwordHash" IS NULL AND u.role = 'user'
      AND NOT EXISTS (SELECT FROM log_out_everywhere.owner WHERE "userId" = u.id AND "disabledAt" IS NOT NULL)
      AND NOT EXISTS (SELECT FROM "Account" WHERE "userId" = u.id)
      AND NOT EXISTS (SELECT FROM log_out_everywhere.token WHERE "userId" = u.id)
      AND NOT EXISTS (SELECT FROM "AuditEvent" WHERE "targetId" = u.id AND action = 'log_in')
      AND EXISTS (SELECT FROM "AuditEvent" WHERE "targetId" = u.id AND "actorId" = u.id
        AND action = 'create_user' AND details->>'method' = $2::text)`,
}
