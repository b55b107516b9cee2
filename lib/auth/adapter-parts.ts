import type { TokenPolicy, Triggers } from "log-out-everywhere"
import type { Adapter } from "next-auth/adapters"
import type { VerificationLinks } from "@/lib/db/verification-links"
import type { Stores, TransactStores } from "@/lib/users/stores"

export interface AdapterParts {
  readonly stores: () => Stores
  readonly transact: TransactStores
  readonly links: () => VerificationLinks
  readonly policy: TokenPolicy
  readonly triggers: Pick<Triggers, "provider_unlinked">
  /** Whether a stranger who proves an address or a provider's account gets an account here. */
  readonly isSignUpOpen: () => boolean
}

/** Every method that NextAuth calls, for every kind of provider but WebAuthn. */
export type SessionAdapter = Required<
  Pick<Adapter, Exclude<keyof Adapter, `${string}Authenticator${string}` | "getAccount">>
>
