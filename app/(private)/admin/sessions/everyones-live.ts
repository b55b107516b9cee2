import { type RevocationCount, type TokenPurpose, tokenPurposes } from "log-out-everywhere"
import { countLiveEverywhere } from "@/lib/db/lists/live-everywhere"
import { countOf } from "@/lib/texts/counts"
import { listed } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"

const countedAtMost = 1_000

/** What there is to end, but for the session that the administrator is using. */
export async function liveBesidesOwn(): Promise<RevocationCount> {
  const live = await countLiveEverywhere(countedAtMost + 2)
  return { ...live, session: Math.max((live.session ?? 0) - 1, 0) }
}

/** The session in use, and how many there are of every other purpose, in words. */
export function sparedBy(live: RevocationCount, purposes: readonly TokenPurpose[]): string {
  const others = tokenPurposes.filter((purpose) => !purposes.includes(purpose))
  const own = words("everyoneOut")("ownSession")
  return listed(currentLanguage(), [own, ...counts(live, others)])
}

/** How many there are of these purposes, in words; empty when there are none. */
export const endedBy = (live: RevocationCount, purposes: readonly TokenPurpose[]): string =>
  listed(currentLanguage(), counts(live, purposes))

const counts = (live: RevocationCount, purposes: readonly TokenPurpose[]) =>
  purposes.flatMap((purpose) => {
    const count = live[purpose] ?? 0
    return count > 0 ? [countOf(purpose, count, countedAtMost)] : []
  })
