import { type RevocationCount, type TokenPurpose, tokenPurposes, totalOf } from "log-out-everywhere"
import { formatNumber, listed } from "./format"
import { currentLanguage } from "./language"
import { words } from "./words"

/** "2 sessions and 1 API token"; empty when there is nothing. */
export const countsOf = (counts: RevocationCount): string =>
  listed(
    currentLanguage(),
    tokenPurposes.flatMap((purpose) => {
      const count = counts[purpose] ?? 0
      return count > 0 ? [countOf(purpose, count)] : []
    }),
  )

/** "1 session"; "1,000+ sessions" where counting stopped at 1,000. */
export const countOf = (purpose: TokenPurpose, count: number, max?: number): string =>
  words("counts")(`purposes.${purpose}`, { count, shown: shownCount(count, max) })

/** How many a filter has found: "about 412,000 sessions" where a sample counted them. */
export function foundCount(
  purpose: TokenPurpose | null,
  { count, isExact }: { readonly count: number; readonly isExact: boolean },
): string {
  const t = words("counts")
  const shown = isExact
    ? formatNumber(currentLanguage(), count)
    : t("about", { count: Number(count.toPrecision(3)) })
  return purpose ? t(`purposes.${purpose}`, { count, shown }) : t("tokens", { count, shown })
}

/** A count in figures, as the messages take it that are told where counting stopped. */
export const shownCount = (count: number, max = Number.POSITIVE_INFINITY): string =>
  count > max ? words("counts")("capped", { max }) : formatNumber(currentLanguage(), count)

/** What an act has ended, as a sentence. */
export function whatEnded(counts: RevocationCount): string {
  const t = words("counts")
  const total = totalOf(counts)
  return total > 0 ? t("ended", { counts: countsOf(counts), total }) : t("nothing")
}

/** The same after what else came of the act; nothing more where nothing ended. */
export function alsoEnded(outcome: string, counts: RevocationCount): string {
  const total = totalOf(counts)
  if (total === 0) return outcome
  return words("counts")("also", { outcome, counts: countsOf(counts), total })
}
