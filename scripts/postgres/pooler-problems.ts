import type pg from "pg"
import { withDatabase } from "./database-client"

/**
 * Why the app should not run through what stands before its database.
 *
 * A pooler that hands a connection to another client between two statements breaks the prepared ones, and
 * what a session has set. It is found here, not by the first person who logs in.
 */
export async function poolerProblems(url: string): Promise<string[]> {
  try {
    return await withDatabase("DATABASE_URL", url, (one) =>
      withDatabase("DATABASE_URL", url, async (other) => [
        ...(await wrongTimeZone(one)),
        ...((await sharesSessions(one, other)) ? [SHARED] : []),
      ]),
    )
  } catch (error) {
    const { cause } = error as Error
    if (cause instanceof Error && /unsupported startup parameter/.test(cause.message))
      return [REFUSED]
    throw error
  }
}

/**
 * Whether one client's session may be another's: in transaction mode, a statement outside a transaction runs on
 * whatever connection is free.
 */
export async function sharesSessions(
  one: Pick<pg.Client, "query">,
  other: Pick<pg.Client, "query">,
): Promise<boolean> {
  const ask = async (client: Pick<pg.Client, "query">) =>
    (await client.query("SELECT current_setting('loe.session', true) AS mark")).rows[0].mark
  await one.query("SELECT set_config('loe.session', 'one', false)")
  // Whichever connection was used last is taken first, and kept for as long as a transaction lasts.
  await other.query("BEGIN")
  const isHeard = (await ask(other)) === "one"
  const isLost = (await ask(one)) !== "one"
  await other.query("ROLLBACK")
  await one.query("SELECT set_config('loe.session', '', false)")
  return isHeard || isLost
}

async function wrongTimeZone(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query("SHOW timezone")
  return rows[0].TimeZone === "UTC" ? [] : [WRONG_ZONE]
}

const SHARED =
  "DATABASE_URL leads through a pooler in transaction mode, which the app cannot use: set `pool_mode = session` there (PgBouncer), or name PostgreSQL itself."
const REFUSED =
  "DATABASE_URL leads through a pooler that refuses the app's time zone: set `ignore_startup_parameters = options` and `pool_mode = session` there (PgBouncer), run ALTER ROLE … SET timezone = 'UTC' for the app's role, or name PostgreSQL itself."
const WRONG_ZONE =
  "The time zone of the app's connections must be UTC, and a pooler drops what the app asks for: run ALTER ROLE … SET timezone = 'UTC' for the app's role."
