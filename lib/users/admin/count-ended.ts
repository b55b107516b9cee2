import { type RevocationCount, totalOf } from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import type { Stores } from "@/lib/users/ports/stores"
import type { Actor } from "@/lib/users/ports/user"

/**
 * Counts what ended with these generations, and writes it down in a second entry, since nothing changes the
 * one of the act. Null if it cannot be counted now; the act is done all the same.
 */
export async function countEnded(
  { everyonesTokens, audit }: Pick<Stores, "everyonesTokens" | "audit">,
  generations: readonly string[],
  by: Pick<Actor, "userId" | "address"> | null,
): Promise<RevocationCount | null> {
  try {
    const ended = await everyonesTokens.countVoided(generations)
    const told = { count: totalOf(ended), details: { ...ended } }
    await audit.append(entryOf(by, { action: "count_ended", targetId: null, ...told }))
    return ended
  } catch {
    return null
  }
}
