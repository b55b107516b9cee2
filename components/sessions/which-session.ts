import { texts } from "@/lib/texts"
import { relativeTime } from "@/lib/texts/format"
import type { SessionView } from "./session-view"

/** What tells this session from others on the same kind of device: "203.0.113.9, last active 2 hours ago." */
export function whichSession(
  { addressAndPlace, lastActiveAt }: Pick<SessionView, "addressAndPlace" | "lastActiveAt">,
  now: Date,
): string {
  const { unknownAddress, justNow, which } = texts.session
  return which(addressAndPlace ?? unknownAddress, relativeTime(lastActiveAt, now, justNow))
}
