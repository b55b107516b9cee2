import type pg from "pg"
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"
import { inTime } from "./query"

/** A counter in the database, so that it holds across processes and restarts. Duration 0: it never forgets. */
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
    return refusal.msBeforeNext > 0 ? refusal.msBeforeNext : Number.POSITIVE_INFINITY
  }
}
