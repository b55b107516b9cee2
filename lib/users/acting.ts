import { fail, type Result } from "log-out-everywhere"
import type { Administrator, Stores, TransactStores } from "./stores"
import type { Actor } from "./user"

type Ended = Extract<Result<never, "session_ended">, { readonly ok: false }>

/**
 * Runs an act in one transaction, while what the person acts with is still live.
 *
 * The gate looked before, and the act may have had to wait since: for the very log-out that it must not
 * outlive. `session_ended`: nothing was done.
 */
export function asActor<Value>(
  transact: TransactStores,
  actor: Actor,
  work: (stores: Stores, now: Date) => Promise<Value>,
): Promise<Value | Ended> {
  return transact(async (stores, now) =>
    (await isStillActing(stores, actor)) ? work(stores, now) : fail("session_ended"),
  )
}

/**
 * The same for an administrator, who must be one still. The work is told who the administrators are.
 *
 * Locks them all, in one order: two who act on each other do not wait for each other, and of two acts at
 * once the second sees what the first has done.
 */
export function asAdministrator<Value>(
  transact: TransactStores,
  by: Actor,
  work: (stores: Stores, now: Date, administrators: readonly Administrator[]) => Promise<Value>,
): Promise<Value | Ended> {
  return transact(async (stores, now) => {
    const administrators = await stores.users.lockAdministrators()
    return administrators.some(({ id }) => id === by.userId) && (await isStillActing(stores, by))
      ? work(stores, now, administrators)
      : fail("session_ended")
  })
}

/** Part of a transaction: locks the actor, and says whether what they act with is still live. */
export async function isStillActing(
  { users, tokens }: Stores,
  { userId, tokenId }: Actor,
): Promise<boolean> {
  await users.lock(userId)
  return tokens.hold(tokenId)
}
