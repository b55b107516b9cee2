import type { RevocationCount } from "log-out-everywhere"
import { everyonesTokens } from "log-out-everywhere/postgres"
import { users } from "@/lib/db/add-on"
import { type Pooled, poolQuery } from "@/lib/db/query"

/**
 * How many live tokens of each purpose there are among all users. Counts no further than `max`:
 * the exact number of a million takes long.
 */
export function countLiveEverywhere(max: number, on?: Pooled): Promise<RevocationCount> {
  return everyonesTokens(poolQuery(on), users).countLive(max)
}
