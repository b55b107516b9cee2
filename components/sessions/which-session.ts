import { texts } from "@/lib/texts"
import { relativeTime } from "@/lib/texts/format"
import type { SessionView } from "./session-view"

/** What tells this session from others on the same kind of device: "203.0.113.9, last active 2 hours ago." */
export function whichSession(
  { address, lastActiveAt }: Pick<SessionView, "address" | "lastActiveAt">,
  now: Date,
): string {
  const { unknownAddress, justNow, which } = texts.session
  return which(address ?? unknownAddress, relativeTime(lastActiveAt, now, justNow))
}
