import type { RevocationCount } from "log-out-everywhere"
import type { SessionView } from "./session-view"

/** What an act has ended, as a screen shows it. */
export interface ReceiptView {
  readonly at: Date
  /** The one that did it, in words. */
  readonly by: string
  /** Where it was done from. */
  readonly address: string | null
  readonly ended: RevocationCount
  readonly devices: readonly Pick<SessionView, "id" | "device" | "address" | "lastActiveAt">[]
  readonly apiTokens: readonly { readonly id: string; readonly name: string }[]
  /** How many devices and API tokens are left out here. */
  readonly more: number
  /** How many of what was to end are live nevertheless. */
  readonly live: number
}
