import { relativeTime } from "@/lib/texts/format"
import type { Words } from "@/lib/texts/words"

interface Speech {
  readonly t: Words<"sessionCard">
  readonly locale: string
}

interface Seen {
  /** With where it seems to be, if that is known; null if the address is not. */
  readonly addressAndPlace: string | null
  readonly lastActiveAt: Date
}

/** What tells this session from others on the same kind of device: "203.0.113.9, last active 2 hours ago." */
export function whichSession(
  { t, locale }: Speech,
  { addressAndPlace, lastActiveAt }: Seen,
  now: Date,
): string {
  const lastActive = relativeTime(locale, lastActiveAt, now, t("justNow"))
  return t("which", { address: addressAndPlace ?? t("unknownAddress"), lastActive })
}
