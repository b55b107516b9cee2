import { type RevocationCount, type TokenPurpose, tokenPurposes } from "log-out-everywhere"
import { countLiveEverywhere } from "@/lib/db/lists/live-everywhere"
import { texts } from "@/lib/texts"

const countedAtMost = 10_000

/** What there is to end, but for the session that the administrator is using. */
export async function liveBesidesOwn(): Promise<RevocationCount> {
  const live = await countLiveEverywhere(countedAtMost + 2)
  return { ...live, session: Math.max((live.session ?? 0) - 1, 0) }
}

/** How many there are of every other purpose, in words. */
export function sparedBy(
  live: RevocationCount,
  purposes: readonly TokenPurpose[],
): readonly string[] {
  const others = tokenPurposes.filter((purpose) => !purposes.includes(purpose))
  return counts(live, others)
}

/** How many there are of these purposes, in words. */
export const counts = (live: RevocationCount, purposes: readonly TokenPurpose[]) =>
  purposes.flatMap((purpose) => {
    const count = live[purpose] ?? 0
    const forms = texts.session.purposes[purpose]
    return count > 0 ? [texts.admin.table.found(count, countedAtMost, forms)] : []
  })
