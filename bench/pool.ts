import pg from "pg"

/** As large as the app's own. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // The server may end an idle connection first; unheard, that would end the process.
  pool.on("error", () => {})
  return pool
}
