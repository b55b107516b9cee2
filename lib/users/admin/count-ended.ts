import { type RevocationCount, totalOf } from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"

/**
 * Counts what ended with these generations, and writes it down in a second entry, since nothing changes the
 * one of the act. Null if it cannot be counted now; the act is done all the same.
 */
export async function countEnded(
  { stores: { everyonesTokens, audit } }: Pick<Parts, "stores">,
  by: Pick<Actor, "userId" | "address"> | null,
  generations: readonly string[],
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
