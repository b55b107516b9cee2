import { endEverywhere } from "log-out-everywhere"
import { expect } from "playwright/test"
import { transactOn } from "@/lib/db/users/stores"
import type { Database } from "./database"

const act = { reason: "log_out_everywhere", by: null } as const

/** Logs a person out everywhere, and commits when told to. */
export async function holdLogOutEverywhere({ connection }: Database, userId: string) {
  const gate = { done: () => {}, commit: () => {} }
  const done = new Promise<void>((resolve) => Object.assign(gate, { done: resolve }))
  const released = new Promise<void>((resolve) => Object.assign(gate, { commit: resolve }))
  const scope = { kind: "everywhere", purposes: ["session"] } as const
  const committed = transactOn(connection)(async ({ tokens }, now) => {
    await endEverywhere(tokens, userId, scope, { ...act, at: now })
    gate.done()
    await released
    return null
  })
  await Promise.race([done, committed])
  return async () => {
    gate.commit()
    await committed
  }
}

/** Until the log-in stands before the row that the act has locked, as each does before it issues. */
export async function waitForLock(database: Database): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database()
    AND wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE%'`
  await expect.poll(async () => (await database.sql(waiting)).length).toBeGreaterThan(0)
}

/** Locks a person's row, so that every act on them has to wait. */
export async function holdRow({ connection }: Database, userId: string) {
  const client = await connection.pool.connect()
  await client.query("BEGIN")
  await client.query(`SELECT FROM "User" WHERE id = $1 FOR UPDATE`, [userId])
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")
  return {
    holder: rows[0]?.pid,
    async release() {
      await client.query("ROLLBACK")
      client.release()
    },
  }
}
