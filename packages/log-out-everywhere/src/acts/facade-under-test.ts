import { defineAuthentication } from "../core/authentication.ts"
import type { AuthenticationOptions } from "../core/authentication-options.ts"
import { good } from "../core/options-under-test.ts"
import { memoryDatabase } from "../testing/memory-database.ts"
import type { Act, Refusal } from "./act.ts"
import { logOutEverywhere } from "./log-out-everywhere.ts"

const { revoke: _, ...tokens } = good.tokens
/** Options without `tokens.revoke`: the facade brings its own. */
export const options = { ...good, tokens } as AuthenticationOptions
const device = { address: null, userAgent: null }

/** Two people, and a facade on a memory database with what its hooks were told. */
export function given(change: Partial<AuthenticationOptions> = {}) {
  const store = memoryDatabase()
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
  const logIn = async (change: { readonly userId?: string; readonly purpose?: "api" } = {}) => {
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
