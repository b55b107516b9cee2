import type { TokenOwner } from "../core/token.ts"
import type { TokenDatabase } from "../core/token-database.ts"
import { type MemoryStore, memoryStore } from "./memory-store.ts"

/** A transaction of a memory database, for an app's own writes in tests. */
export interface MemoryTransaction {
  /** Runs if the transaction is rolled back: takes back what the app wrote in it. */
  readonly onRollback: (undo: () => void) => void
}

/** A memory store with transactions. */
export type MemoryDatabase = TokenDatabase<TokenOwner, MemoryTransaction, MemoryStore>

/**
 * A database for tests. `tokens.owners` is where they put people.
 *
 * Transactions run one after the other, and what is thrown in one undoes it. Outside them everything is seen as it
 * is, also what has not been committed yet.
 */
export function memoryDatabase(clock: () => Date = () => new Date()): MemoryDatabase {
  const tokens = memoryStore(clock)
  let last: Promise<unknown> = Promise.resolve()

  async function run<Value>(
    work: (tokens: MemoryStore, now: Date, tx: MemoryTransaction) => Promise<Value>,
  ): Promise<Value> {
    const undo = [tokens.snapshot()]
    try {
      return await work(tokens, clock(), { onRollback: (each) => undo.push(each) })
    } catch (error) {
      for (const each of undo.reverse()) each()
      throw error
    }
  }

  return {
    tokens,
    in: () => tokens,
    liveTokens: tokens.liveTokens,
    transact(work) {
      const result = last.then(() => run(work))
      last = result.catch(() => {})
      return result
    },
  }
}
