import { type Listener, openListener } from "log-out-everywhere/postgres"
import pg from "pg"
import { processWide } from "@/lib/process-wide"
import { settings } from "@/lib/settings"

/** The process's one connection that hears what PostgreSQL passes on, made on first use. */
export const listener = (): Listener =>
  processWide("listener", () => {
    const { databaseUrl, directDatabaseUrl } = settings()
    return listenTo(directDatabaseUrl ?? databaseUrl)
  })

/** Hears what the database at this address passes on. A pooler that hands connections on hears nothing. */
export const listenTo = (connectionString: string): Listener =>
  openListener(() => new pg.Client({ connectionString, ...patience }))

// A channel may be silent for long: the system tells too whether somebody is at its other end.
const patience = {
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
}
