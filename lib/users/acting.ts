import { fail, type Result } from "log-out-everywhere"
import type { Parts } from "@/lib/users/ports/parts"
import type { Administrator, Stores } from "@/lib/users/ports/stores"
import type { Actor, LockedUser } from "@/lib/users/ports/user"

type Ended = Extract<Result<never, "session_ended">, { readonly ok: false }>

/**
 * Runs an act in one transaction, while what the person acts with is still live.
 *
 * The gate looked before, and the act may have had to wait since: for the very log-out that it must not
 * outlive. `session_ended`: nothing was done.
 */
export function asActor<Value>(
  { transact }: Pick<Parts, "transact">,
  actor: Actor,
  work: (stores: Stores, now: Date, person: LockedUser) => Promise<Value>,
): Promise<Value | Ended> {
  return transact(async (stores, now) => {
    const person = await lockActing(stores, actor)
    return person ? work(stores, now, person) : fail("session_ended")
  })
}

/**
 * The same for an administrator, who must be one still. The work is told who the administrators are.
 *
 * Locks them all, in one order: two who act on each other do not wait for each other, and of two acts at
 * once the second sees what the first has done.
 */
export function asAdministrator<Value>(
  { transact }: Pick<Parts, "transact">,
  by: Actor,
  work: (stores: Stores, now: Date, administrators: readonly Administrator[]) => Promise<Value>,
): Promise<Value | Ended> {
  return transact(async (stores, now) => {
    const administrators = await stores.users.lockAdministrators()
    return administrators.some(({ id }) => id === by.userId) && (await lockActing(stores, by))
      ? work(stores, now, administrators)
      : fail("session_ended")
  })
}

/** Part of a transaction: locks the actor. Null if what they act with is not live any more. */
export async function lockActing(
  { users, tokens }: Stores,
  { userId, tokenId }: Actor,
): Promise<LockedUser | null> {
  const person = await users.lock(userId)
  return (await tokens.hold(tokenId)) ? person : null
}
