import { mail as words } from "@/lib/texts/mail"
import type { DeviceFacts } from "@/lib/users/ports/outbox"
import type { Letter } from "./letter"
import { timeInWords } from "./time"

export function deviceFacts({ device, address, at }: DeviceFacts): NonNullable<Letter["facts"]> {
  return [
    [words.device, device],
    ...(address ? ([[words.networkAddress, address]] as const) : []),
    [words.time, timeInWords(at)],
  ]
}
