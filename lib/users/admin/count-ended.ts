import { type RevocationCount, totalOf } from "log-out-everywhere"
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
    await audit.append({
      action: "count_ended",
      actorId: by?.userId ?? null,
      targetId: null,
      address: by?.address ?? null,
      count: totalOf(ended),
      details: { ...ended },
    })
    return ended
  } catch {
    return null
  }
}
