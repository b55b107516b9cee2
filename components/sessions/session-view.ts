import type { TokenStatus } from "log-out-everywhere"
import type { DeviceKind } from "@/components/device-icon"

/** One session as a screen shows it. */
export interface SessionView {
  readonly id: string
  readonly status: TokenStatus
  readonly device: { readonly title: string; readonly kind: DeviceKind }
  readonly address: string | null
  /** Where the address seems to be, in words that call it approximate; null where that is not known. */
  readonly place: string | null
  /** Both, or the address alone, for a sentence. */
  readonly addressAndPlace: string | null
  /** How it was opened, in words. */
  readonly method: string
  readonly startedAt: Date
  readonly lastActiveAt: Date
  /** Null while it is active. */
  readonly end: { readonly at: Date; readonly reason: string; readonly by: string | null } | null
}
