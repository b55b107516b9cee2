import type pg from "pg"
import { probeSessions } from "@/lib/db/session-probe"

/** Why sessions could not be checked or begun on a database that is there and migrated, one sentence each. */
export async function sessionProblems(client: pg.Client): Promise<string[]> {
  try {
    await probeSessions(client)
    return []
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string }
    if (code === "25006") {
      return [
        "The database of DATABASE_URL is read-only: no session can begin or end there. Name the primary server.",
      ]
    }
    if (code === "42501") {
      return [
        `The role of DATABASE_URL may not use its tables (${message}). Set MIGRATION_DATABASE_URL to the owner's address, and run \`npm run migrate\`, which grants it what it needs.`,
      ]
    }
    throw error
  }
}
