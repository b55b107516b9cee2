import { AsyncLocalStorage } from "node:async_hooks"
import type { Issued } from "../core/lifecycle.ts"
import type { Mark } from "../core/store.ts"
import type { Device, ProviderSession } from "../core/token.ts"
import type { LogInFailure } from "./log-in-failure.ts"

/**
 * What goes along while NextAuth works, from the request to the row and back.
 *
 * NextAuth calls an adapter with `createSession({ sessionToken, userId, expires })`, which has no room for the
 * mark, the device or the session that a log-in replaces, and turns every error into its error page.
 */
export interface Crossing {
  /** The secret in the browser's session cookie; null if there is none. */
  readonly secret: string | null
  readonly device: Device
  /** For a log-in: taken before any proof was read. Null: nobody logs in. */
  readonly mark: Mark | null
  /** How the browser's session may be read; null where a log-in must not see it. */
  readonly read: Reading | null
  /** The person who logs in, as far as NextAuth has said it. */
  readonly newcomer: Newcomer
  outcome: Outcome | null
}

export interface Reading {
  /** A person acted. */
  readonly touches: boolean
  /** What `unstable_update` hands to the session callback. */
  readonly update?: unknown
}

export interface Newcomer {
  /** "password", "magic_link", or a provider's id. */
  method?: string
  isRemembered?: boolean
  /** The provider's session from which this one comes. */
  provider?: ProviderSession | null
  /** The provider's account opens an account already. */
  isKnown?: boolean
  /** Whom this log-in has made, as long as no account of a provider is linked. */
  createdUserId?: string
}

/** What came of it. */
export type Outcome =
  | { readonly kind: "issued"; readonly issued: Issued }
  | { readonly kind: "refused"; readonly failure: LogInFailure }
  | { readonly kind: "logged_out" }
  | { readonly kind: "outage"; readonly error: unknown }

const storage = new AsyncLocalStorage<Crossing>()

export const currentCrossing = (): Crossing | undefined => storage.getStore()

export function cross<Value>(crossing: Crossing, work: () => Promise<Value>): Promise<Value> {
  return storage.run(crossing, work)
}

/** Runs what needs the store, and notes its error: NextAuth would turn it into "no session". */
export async function noteOutage<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const crossing = currentCrossing()
    if (crossing) crossing.outcome = { kind: "outage", error }
    throw error
  }
}

/** Throws the store's own error: an outage is no log-out. */
export function demandNoOutage(crossing: Crossing | undefined = currentCrossing()): void {
  if (crossing?.outcome?.kind === "outage") throw crossing.outcome.error
}
