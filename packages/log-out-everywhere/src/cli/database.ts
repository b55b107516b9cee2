import { fromPg, type PgPool } from "../postgres/from-pg.ts"
import type { Connection } from "../postgres/query.ts"

/** Runs work on a database, by the driver `pg` of the app. Throws a sentence if there is no driver or no database. */
export async function withDatabase<Value>(
  url: string | undefined,
  work: (connection: Connection<unknown>) => Promise<Value>,
): Promise<Value> {
  if (!url) {
    throw new Error("No database is named. Set DATABASE_URL, or write `--database postgres://…`.")
  }
  const pool = await openPool(url)
  try {
    return await work(fromPg(pool) as Connection<unknown>)
  } catch (error) {
    throw explained(error)
  } finally {
    await pool.end()
  }
}

interface Pool extends PgPool {
  end(): Promise<void>
}

async function openPool(connectionString: string): Promise<Pool> {
  // By a name that no bundler and no compiler follows: `pg` is an optional peer.
  const name: string = "pg"
  const pg = await import(name).catch(() => {
    throw new Error("The command needs the driver pg. Run: npm install pg")
  })
  const options = "-c timezone=UTC"
  return new pg.default.Pool({ connectionString, options, max: 2, connectionTimeoutMillis: 10_000 })
}

/** Without the address, which bears a password. */
function explained(error: unknown): unknown {
  const { code } = error as { code?: string }
  if (code === "ECONNREFUSED" || code === "ENOTFOUND") {
    return new Error(
      `The database cannot be reached (${code}). Is it running, and is the address right?`,
    )
  }
  if (code === "28P01") return new Error("The database refuses the user or the password.")
  if (code === "42501") {
    return new Error(
      `The role may not do this: ${(error as Error).message}. Run the command as the owner of the users table.`,
    )
  }
  return error
}
