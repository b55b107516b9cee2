import type { TokenStore } from "./store.ts"
import type { Token, TokenOwner, TokenPurpose } from "./token.ts"

/**
 * A store together with its transactions.
 *
 * `Tx` is a transaction of the app's own, as its database library hands it out.
 */
export interface TokenDatabase<
  Owner extends TokenOwner = TokenOwner,
  Tx = unknown,
  Store extends TokenStore<Owner> = TokenStore<Owner>,
> {
  /** Outside any transaction. */
  readonly tokens: Store
  /** The store on a transaction of the app's own: its write and the act commit together or not at all. */
  in(tx: Tx): Store
  /** Runs work in a transaction, and hands it the store's clock. What the work throws rolls it back. */
  transact<Value>(work: (tokens: Store, now: Date, tx: Tx) => Promise<Value>): Promise<Value>
  /** A user's live tokens of one purpose, at most `max`, the one that was used last first. */
  liveTokens?(userId: string, purpose: TokenPurpose, max: number): Promise<readonly Token[]>
}
