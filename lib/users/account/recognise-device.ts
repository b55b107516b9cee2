import { fail, ok, type Result } from "log-out-everywhere"
import { asActor } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"

export interface RecognisedDevice {
  readonly browserId: string
  /** What the history calls it: "Firefox on Linux". */
  readonly name: string
  /** The browser in which the person acts; null with an API token. */
  readonly actingBrowserId: string | null
}

/**
 * Writes down that a person knows one of their devices. By it a mark goes, and nothing else: the mail's link that
 * reports the device stays good, since a thief who is in must not disarm it. No device vouches for itself.
 */
export function recogniseDevice(
  parts: Pick<Parts, "transact">,
  actor: Actor,
  { browserId, name, actingBrowserId }: RecognisedDevice,
): Promise<Result<null, "own_device" | "session_ended">> {
  return asActor(parts, actor, async ({ audit }) => {
    if (browserId === actingBrowserId) return fail("own_device")
    const details = { token: browserId, device: name }
    await audit.append(entryOf(actor, { action: "recognise_device", details }))
    return ok(null)
  })
}
