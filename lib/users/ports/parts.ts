import type { Authentication } from "log-out-everywhere"
import type { Stores, TransactStores } from "./stores"
import type { Throttle } from "./throttle"
import type { VerificationLinks } from "./verification-links"

/**
 * All that use cases are given. Each takes what it needs of it as its first parameter, then the actor if
 * somebody is logged in, then what they asked for.
 */
export interface Parts extends Pick<Authentication, "policy" | "triggers" | "logOutEverywhere"> {
  readonly passwords: { readonly minimumLength: number }
  /** For reads, and for what no act waits for. Whatever belongs together goes through `transact`. */
  readonly stores: Stores
  readonly transact: TransactStores
  readonly throttle: Throttle
  readonly verificationLinks: VerificationLinks
  /** Whether a stranger who proves an address or a provider's account gets an account here. */
  readonly isSignUpOpen: () => boolean
}
