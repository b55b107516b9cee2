import type { TokenStore } from "../core/store.ts"
import type { TokenPurpose } from "../core/token.ts"

/** A store, with the means to change what its laws are about. */
export interface StoreUnderTest<Store extends TokenStore = TokenStore> {
  readonly store: Store
  /** Runs work on the store in its own transaction, as the app's acts do. */
  transact<Value>(work: (store: Store) => Promise<Value>): Promise<Value>
  /** The store's clock. */
  now(): Promise<Date>
  /** Adds an enabled owner of epoch 0, and returns the id. */
  addOwner(): Promise<string>
  setDisabled(ownerId: string, isDisabled: boolean): Promise<void>
  /** Sets the epoch behind the store's back, and carries no token into it. */
  setEpoch(ownerId: string, epoch: number): Promise<void>
  /** Voids what was issued for the purpose until now. */
  raiseGeneration(purpose: TokenPurpose): Promise<void>
}

/** Called once in each test. Owners are each test's own, so one store may serve them all. */
export type MakeStore<Store extends TokenStore = TokenStore> = () =>
  | Promise<StoreUnderTest<Store>>
  | StoreUnderTest<Store>

/** What the contract needs of a test runner; those of Vitest and Jest fit. */
export interface TestTools {
  readonly describe: (name: string, body: () => void) => unknown
  readonly test: (name: string, body: () => Promise<void>) => unknown
  readonly expect: (actual: unknown) => {
    toBe(expected: unknown): void
    toEqual(expected: unknown): void
    toMatchObject(expected: object): void
  }
}
