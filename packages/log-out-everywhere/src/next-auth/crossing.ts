import { AsyncLocalStorage } from "node:async_hooks"
import type { Issued } from "../core/lifecycle.ts"
import type { Mark } from "../core/store.ts"
import type { Device } from "../core/token.ts"
import type { Arrival, LogInFailure } from "./door.ts"

/**
 * What goes along while NextAuth works, from the request to the row and back.
 *
 * NextAuth calls an adapter with `createSession({ sessionToken, userId, expires })`, which has no room for the
 * mark, the device or the session that a log-in replaces, and turns every error into its error page.
 *
 * Only `noteNewcomer` and `conclude` change one, and each while NextAuth works on that request.
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
  readonly outcome: Outcome | null
}

export interface Reading {
  /** A person acted. */
  readonly touches: boolean
  /** What `unstable_update` hands to the session callback. */
  readonly update?: unknown
}

export interface Newcomer {
  /** What NextAuth has asked `callbacks.signIn`. */
  readonly arrival?: Arrival
  /** The provider's account opens an account already. */
  readonly isKnown?: boolean
  /** Whom this log-in has made, as long as no account of a provider is linked. */
  readonly createdUserId?: string | null
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

export function noteNewcomer(newcomer: Newcomer): void {
  const crossing = currentCrossing()
  if (crossing) change({ newcomer: { ...crossing.newcomer, ...newcomer } })
}

export const conclude = (outcome: Outcome): void => change({ outcome })

const change = (noted: Partial<Crossing>) => void Object.assign(currentCrossing() ?? {}, noted)

/** Runs what needs the store, and notes its error: NextAuth would turn it into "no session". */
export async function noteOutage<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    conclude({ kind: "outage", error })
    throw error
  }
}

/** Throws the store's own error: an outage is no log-out. */
export function demandNoOutage(crossing: Crossing | undefined = currentCrossing()): void {
  if (crossing?.outcome?.kind === "outage") throw crossing.outcome.error
}
