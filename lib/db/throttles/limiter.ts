import type pg from "pg"
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"
import { inTime } from "@/lib/db/query"
import type { Stop } from "@/lib/users/ports/throttle"

/** A counter in the database, so that it holds across processes and restarts. Each has an end. */
export function limiterOn(pool: pg.Pool, keyPrefix: string, points: number, durationS: number) {
  return new RateLimiterPostgres({
    storeClient: { query: (statement: pg.QueryConfig) => pool.query(inTime(pool, statement)) },
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix,
    points,
    duration: durationS,
  })
}

/** In how many milliseconds the next try is allowed; 0 when this one is. */
export async function waitMs(consumed: Promise<RateLimiterRes>): Promise<number> {
  try {
    await consumed
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    // 0 says that the window ended while it was asked, but this try is not admitted any more.
    return Math.max(refusal.msBeforeNext, 1)
  }
}

/** Counts one more, and says why it may not be, if it may not. */
export async function stopAt(limiter: RateLimiterPostgres, key: string): Promise<Stop | null> {
  const wait = await waitMs(limiter.consume(key))
  return wait > 0 ? { waitMs: wait, count: limiter.getKey(key) } : null
}
