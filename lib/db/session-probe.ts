import { type PgClient, pgQuery, probe } from "log-out-everywhere/postgres"
import { users } from "./add-on"

/** Does once what every request and every log-in needs, and takes it back. Rejects where that cannot be done. */
export async function probeSessions(client: PgClient): Promise<void> {
  const query = pgQuery(client)
  await query({ text: "BEGIN" }, [])
  try {
    await probe(query, users)
  } finally {
    await query({ text: "ROLLBACK" }, [])
  }
}
