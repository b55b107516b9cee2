import type { TokenDatabase, TokenOwner, TokenStore } from "log-out-everywhere"
import type { Database } from "sql.js"
import { sqliteStore } from "./sqlite-store"

/** The store with transactions: they run one after the other, and what is outside waits for them. */
export function sqliteDatabase(database: Database): TokenDatabase<TokenOwner, Database> {
  const store = sqliteStore(database)
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }
  async function inTransaction<Value>(work: () => Promise<Value>): Promise<Value> {
    database.run("BEGIN")
    try {
      const value = await work()
      database.run("COMMIT")
      return value
    } catch (error) {
      database.run("ROLLBACK")
      throw error
    }
  }

  const tokens: TokenStore = {
    findByHash: (hash) => inTurn(() => store.findByHash(hash)),
    findOwner: (userId) => inTurn(() => store.findOwner(userId)),
    mark: () => inTurn(() => store.mark()),
    insert: (token, hash) => inTurn(() => store.insert(token, hash)),
    touch: (...touch) => inTurn(() => store.touch(...touch)),
    rotate: (...rotation) => inTurn(() => store.rotate(...rotation)),
    revoke: (...act) => inTurn(() => store.revoke(...act)),
    raiseEpoch: (...act) => inTurn(() => inTransaction(() => store.raiseEpoch(...act))),
    countEnded: (...ended) => inTurn(() => store.countEnded(...ended)),
  }
  return {
    tokens,
    in: () => store,
    transact: (work) => inTurn(() => inTransaction(() => work(store, new Date(), database))),
  }
}
