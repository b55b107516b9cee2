import { connection } from "@/lib/db/client"
import { type NetworkLimiter, networkLimiterOn } from "./network-limiter"

const windowS = 15 * 60
const maxPerAddress = 60

/**
 * Counts a bearer secret that opened nothing, and says in how many milliseconds this network address
 * may bring another one; 0 when it may at once.
 *
 * Secrets that are good are not counted: a program behind the same address goes on (ASVS 2.4.1).
 */
export async function countRefusedBearer(address: string | null): Promise<number> {
  kept ??= networkLimiterOn(connection().pool, "bearer_address", maxPerAddress, windowS)
  return (await kept.consume(address ?? "unknown"))?.waitMs ?? 0
}

let kept: NetworkLimiter | undefined
