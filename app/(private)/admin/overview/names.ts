import { methodName } from "@/app/session-view"
import { textOf } from "@/app/text-of"
import type { Side } from "@/lib/db/incidents/overview"
import { group, words } from "@/lib/texts/words"

/** What one part of a side is called. What another version wrote stands for itself. */
export function partName(side: Side, part: string): string {
  switch (side) {
    case "device":
      return textOf(group("sessions", "deviceKinds"), part)
    case "method":
      return methodName(part)
    case "purpose":
      return textOf(group("policy", "purposes"), part)
    case "reason":
      return textOf(reasons(), part)
    case "action":
      return textOf(group("audit", "actions"), part)
    case "network":
      return part
  }
}

function reasons(): Readonly<Record<string, string>> {
  const t = words("session")
  const own = { idle: t("idle"), expired: t("expired"), everyone_logged_out: t("voided") }
  return { ...group("session", "reasons"), ...own }
}
