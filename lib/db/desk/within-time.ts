import { fail, ok, type Result } from "log-out-everywhere"
import type pg from "pg"

/** How long a page waits for what it asks of a million tokens. */
const patienceMs = 2_000

/** Reads on one connection, and nothing else on it meanwhile. `too_wide`: it would have taken longer. */
export async function withinTime<Value>(
  pool: pg.Pool,
  read: (client: pg.ClientBase) => Promise<Value>,
  ms = patienceMs,
): Promise<Result<Value, "too_wide">> {
  const client = await pool.connect()
  try {
    // Blocks that are read in no order are in memory as often as others; compiling a plan takes longer than most of
    // these do; and one search takes one processor, not those of everybody who logs in meanwhile.
    await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${ms}; SET LOCAL jit = off;
      SET LOCAL random_page_cost = 1.1; SET LOCAL max_parallel_workers_per_gather = 0`)
    const value = await read(client)
    await client.query("COMMIT")
    return ok(value)
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {})
    if (isCanceled(error)) return fail("too_wide")
    throw error
  } finally {
    client.release()
  }
}

const isCanceled = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "57014"
