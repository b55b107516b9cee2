import { words } from "@/lib/texts/words"
import type { DeviceFacts } from "@/lib/users/ports/outbox"
import type { Letter } from "./letter"
import { timeInWords } from "./time"

export function deviceFacts({ device, address, at }: DeviceFacts): NonNullable<Letter["facts"]> {
  const t = words("mail")
  return [
    [t("device"), device],
    ...(address ? ([[t("networkAddress"), address]] as const) : []),
    [t("time"), timeInWords(at)],
  ]
}
