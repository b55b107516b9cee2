import pg from "pg"
import { settings } from "@/lib/settings"
import { probeSessions } from "./session-probe"

/** Whether sessions can be checked and begun, and if not, why. */
export type Readiness = "up" | "database_down" | "database_read_only" | "database_refuses"

const patienceMs = 5_000

/**
 * Asks the database, on a connection kept for this: one of the pool would have to wait behind the very load
 * that somebody asks about. Callers that ask meanwhile get the same answer, so that asking is no load.
 */
export function readiness(): Promise<Readiness> {
  asked ??= ask().finally(() => {
    asked = undefined
  })
  return asked
}

let asked: Promise<Readiness> | undefined

async function ask(): Promise<Readiness> {
  pool ??= openPool()
  try {
    const client = await pool.connect()
    try {
      await probeSessions(client)
      client.release()
    } catch (error) {
      client.release(true)
      throw error
    }
    return "up"
  } catch (error) {
    // The answer to the question, not a fault of this request.
    return readinessOf(error)
  }
}

let pool: pg.Pool | undefined

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: settings().databaseUrl,
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  })
  // A connection that breaks while nobody asks is replaced at the next question.
  opened.on("error", () => {})
  return opened
}

function readinessOf(error: unknown): Readiness {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  if (code === "25006") return "database_read_only"
  return code === "42501" || code === "42P01" ? "database_refuses" : "database_down"
}
