import type pg from "pg"

/**
 * Does once what every request and every log-in needs: it reads a token with its owner and its realm, and
 * writes one that is rolled back. Rejects where that cannot be done. With nobody in it the write has no
 * owner to write for, and still asks for the right to.
 */
export async function probeSessions(client: Pick<pg.ClientBase, "query">): Promise<void> {
  await client.query("BEGIN")
  try {
    await client.query(read)
    await client.query(write)
  } finally {
    await client.query("ROLLBACK")
  }
}

const read = `SELECT t.id FROM log_out_everywhere.token_status t JOIN "User" u ON u.id = t."userId" LIMIT 1`

const write = `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt",
    "provedAt", "lastActiveAt", "idleAt", "expiresAt")
  SELECT sha256(gen_random_uuid()::text::bytea), 'session', "userId", epoch, 0, 'probe', now(), now(), now(), now(), now()
  FROM log_out_everywhere.owner LIMIT 1`
