import type { TokenStore } from "../core/store.ts"
import type { TokenDatabase } from "../core/token-database.ts"
import { memoryDatabase } from "./memory-database.ts"

/** A database, and two people who have nothing open in it. */
export interface FaceGround {
  readonly database: TokenDatabase
  /** By their names, their ids. */
  readonly ids: Readonly<Record<"ann" | "bob", string>>
}

/** Called once in each test, before the face is made. */
export type MakeGround = () => Promise<FaceGround> | FaceGround

/** In memory, with names for ids. */
export function memoryGround(): FaceGround {
  const database = memoryDatabase()
  const ids = { ann: "ann", bob: "bob" }
  for (const id of Object.values(ids)) {
    database.tokens.owners.set(id, { id, epoch: 0, role: "user", isDisabled: false })
  }
  return { database, ids }
}

/** The same database, of which every statement asks first whether it may. */
export function failing(database: TokenDatabase, ask: () => void): TokenDatabase {
  return {
    tokens: asking(database.tokens, ask),
    in: (tx) => asking(database.in(tx), ask),
    transact: (work) => database.transact((tokens, now, tx) => work(asking(tokens, ask), now, tx)),
  }
}

/** The same store, of which every method says its name first. What is thrown then keeps it from being called. */
export function asking<Store extends TokenStore>(tokens: Store, ask: (name: string) => void) {
  return new Proxy(tokens, {
    get(_, name) {
      const held: unknown = Reflect.get(tokens, name)
      if (typeof held !== "function") return held
      return async (...given: readonly unknown[]) => {
        ask(String(name))
        return Reflect.apply(held, tokens, given)
      }
    },
  })
}
