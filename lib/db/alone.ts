import type pg from "pg"
import { allowSilence } from "./client"
import type { Pooled } from "./query"

/**
 * Does work of the house in one process of many: the others find the lock taken, and get null.
 *
 * A lock of the session, not of a transaction: each step of the work commits by itself, so that it is never
 * lost and never blocks anybody for long. A step may take its time, which nobody waits for.
 */
export const alone = <Done>(
  on: Pooled,
  lock: number,
  work: (client: pg.PoolClient) => Promise<Done>,
): Promise<Done | null> =>
  patiently(on, 0, async (client) => {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS got", [lock])
    if (!rows[0].got) return null
    try {
      return await work(client)
    } finally {
      await client.query("SELECT pg_advisory_unlock($1)", [lock])
    }
  })

/**
 * Works on a connection that may be silent for so long; 0 stands for ever. What is not committed at the end is rolled
 * back.
 */
export async function patiently<Done>(
  { pool }: Pooled,
  silenceMs: number,
  work: (client: pg.PoolClient) => Promise<Done>,
): Promise<Done> {
  const client = await pool.connect()
  // Unheard, the event would end the process; the statement that fails with it is heard.
  client.on("error", ignore)
  allowSilence(client, silenceMs)
  try {
    return await work(client)
  } finally {
    client.off("error", ignore)
    // Into no pool, whose connections must not be so patient.
    client.release(true)
  }
}

const ignore = () => {}
