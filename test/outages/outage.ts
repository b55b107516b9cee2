import pg from "pg"
import { withClient } from "@/scripts/postgres/prepare-database"

/** While the work lasts the database is there for nobody. */
export async function duringOutage(ownerUrl: string, work: () => Promise<void>): Promise<void> {
  const server = new URL(ownerUrl)
  const name = server.pathname.slice(1)
  server.pathname = "/postgres"
  await withClient(server.href, async (client) => {
    const allow = (isAllowed: boolean) =>
      client.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} ALLOW_CONNECTIONS ${isAllowed}`)
    await allow(false)
    try {
      await client.query(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1",
        [name],
      )
      await work()
    } finally {
      await allow(true)
    }
  })
}
