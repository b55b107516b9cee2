import type { TriggerEvent, TriggerRule } from "log-out-everywhere"
import type { Parts } from "@/lib/users/ports/parts"

/** What use cases take, under another rule of the policy. */
export const withRule = (on: Parts, event: TriggerEvent, rule: TriggerRule): Parts => ({
  ...on,
  triggers: { ...on.triggers, [event]: rule },
})
