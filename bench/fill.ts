/** The same people and sessions in each library's own tables, one session a person. */
import { emailInSql, userIdInSql as id, secretInSql, userAgent } from "./sessions"

const address = "'198.51.100.' || n % 256"
const passwordHash = `'$argon2id$v=19$m=19456,t=2,p=1$' || repeat('x', 22) || '$' || repeat('x', 43)`

export const fillOurs = (sessions: number) => `
  INSERT INTO "User" (id, email, name, "emailVerifiedAt", "passwordHash")
  SELECT ${id}, ${emailInSql}, 'Person ' || n, now(), ${passwordHash}
  FROM generate_series(1, ${sessions}) n;

  INSERT INTO log_out_everywhere.owner ("userId") SELECT ${id} FROM generate_series(1, ${sessions}) n;

  INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "isRemembered",
    "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind")
  SELECT sha256(convert_to(${secretInSql}, 'UTF8')), 'session', ${id}, 0, 0, 'password', true,
    now(), now(), now(), now() + interval '14 days', now() + interval '30 days',
    (${address})::inet, '${userAgent}', 'desktop'
  FROM generate_series(1, ${sessions}) n`

export const fillAuthJs = (sessions: number) => `
  INSERT INTO "User" (id, email, name, "emailVerified", "updatedAt")
  SELECT ${id}, ${emailInSql}, 'Person ' || n, now(), now()
  FROM generate_series(1, ${sessions}) n;

  INSERT INTO "Session" ("sessionToken", "userId", expires, "updatedAt")
  SELECT ${secretInSql}, ${id}, now() + interval '30 days', now()
  FROM generate_series(1, ${sessions}) n`

export const fillBetterAuth = (sessions: number) => `
  INSERT INTO "user" (id, email, name, "emailVerified", "updatedAt")
  SELECT ${id}, ${emailInSql}, 'Person ' || n, true, now()
  FROM generate_series(1, ${sessions}) n;

  INSERT INTO session (id, token, "userId", "expiresAt", "updatedAt", "ipAddress", "userAgent")
  SELECT ${id}, ${secretInSql}, ${id}, now() + interval '7 days', now(), ${address}, '${userAgent}'
  FROM generate_series(1, ${sessions}) n`
