import { defineAuthentication } from "../core/authentication.ts"
import type { AuthenticationOptions } from "../core/authentication-options.ts"
import { asking } from "../testing/face-contract-ground.ts"
import { type MemoryDatabase, memoryDatabase } from "../testing/memory-database.ts"
import { good } from "../testing/options-under-test.ts"
import type { Act, IssueTo, Refusal } from "./act.ts"
import { logOutEverywhere } from "./log-out-everywhere.ts"

const { revoke: _, ...tokens } = good.tokens
/** Options without `tokens.revoke`: the facade brings its own. */
export const options = { ...good, tokens } as AuthenticationOptions
const device = { address: null, userAgent: null }

/** Two people, and a facade on a memory database with what its hooks were told. */
export function given(change: Partial<AuthenticationOptions> = {}, store = memoryDatabase()) {
  for (const id of ["ann", "bob"]) {
    store.tokens.owners.set(id, { id, epoch: 0, role: "user", isDisabled: false })
  }
  const acts: Act[] = []
  const refusals: Refusal[] = []
  const loe = logOutEverywhere({
    authentication: defineAuthentication({ ...options, ...change } as AuthenticationOptions),
    store,
    onAct: (_, act) => void acts.push(act),
    onRefused: (refusal) => void refusals.push(refusal),
  })
  const asked = { purpose: "session", userId: "ann", method: "password", device } as const
  const logIn = async (change: Partial<IssueTo> = {}) => {
    const issued = await loe.issue({ ...asked, mark: await loe.mark(), ...change })
    if (!issued.ok) throw new Error(issued.failure)
    return issued.value
  }
  const statusOf = async ({ secret }: { readonly secret: string }) => {
    const resumed = await loe.resume("session", secret, { touch: true })
    return resumed.ok ? "active" : resumed.failure
  }
  return { loe, store, acts, refusals, asked, logIn, statusOf }
}

/** A database that notes which of its store's methods are called, and runs its transactions as often as it is told. */
export function recording(runs = 1) {
  const database = memoryDatabase()
  const calls: string[] = []
  const tokens = asking(database.tokens, (name) => calls.push(name))
  const again = new Error("The database begins again.")
  const store: MemoryDatabase = {
    tokens,
    in: () => tokens,
    async transact(work) {
      for (let run = 1; run < runs; run++) {
        const undone = database.transact(async (_, now, tx) => {
          await work(tokens, now, tx)
          throw again
        })
        await undone.catch((error) => {
          if (error !== again) throw error
        })
      }
      return database.transact((_, now, tx) => work(tokens, now, tx))
    },
  }
  return { store, calls }
}
