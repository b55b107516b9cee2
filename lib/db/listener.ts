import { type Listener, openListener } from "log-out-everywhere/postgres"
import pg from "pg"
import { settings } from "@/lib/settings"

/** The process's one connection that hears what PostgreSQL passes on, made on first use. */
export function listener(): Listener {
  const { databaseUrl, directDatabaseUrl } = settings()
  kept.listener ??= listenTo(directDatabaseUrl ?? databaseUrl)
  return kept.listener
}

const kept = globalThis as { listener?: Listener }

/** Hears what the database at this address passes on. A pooler that hands connections on hears nothing. */
export const listenTo = (connectionString: string): Listener =>
  openListener(() => new pg.Client({ connectionString, ...patience }))

// A channel may be silent for long: the system tells too whether somebody is at its other end.
const patience = {
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
}
