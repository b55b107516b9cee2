import { relativeTime } from "@/lib/texts/format"
import type { Words } from "@/lib/texts/words"
import type { SessionView } from "./session-view"

interface Speech {
  readonly t: Words<"sessionCard">
  readonly locale: string
}

/** What tells this session from others on the same kind of device: "203.0.113.9, last active 2 hours ago." */
export function whichSession(
  { t, locale }: Speech,
  { address, lastActiveAt }: Pick<SessionView, "address" | "lastActiveAt">,
  now: Date,
): string {
  const lastActive = relativeTime(locale, lastActiveAt, now, t("justNow"))
  return t("which", { address: address ?? t("unknownAddress"), lastActive })
}
