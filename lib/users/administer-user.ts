import {
  applyTrigger,
  fail,
  ok,
  type Result,
  type RevocationReason,
  type TriggerRule,
  totalOf,
} from "@/lib/tokens"
import type { Stores, TransactStores } from "./stores"
import type { Actor, Role } from "./user"

export interface Administrator extends Actor {
  /** The session in which the administrator acts. It is spared. */
  readonly tokenId: string
}

/** How many tokens ended, or why nothing happened. */
export type Administered<Failure extends string = never> = Promise<
  Result<number, "not_found" | Failure>
>

/** Disables an account and ends what it holds (ASVS 7.4.2). */
export function disableUser(
  transact: TransactStores,
  by: Administrator,
  userId: string,
  rule: TriggerRule,
): Administered<"last_administrator"> {
  return transact(async (stores, now) => {
    const isLast = await isLastAdministrator(stores, userId)
    const user = await stores.users.lock(userId)
    if (!user) return fail("not_found")
    if (user.isDisabled) return ok(0)
    if (isLast) return fail("last_administrator")

    const change = { action: "disable_user", reason: "account_disabled", details: {} } as const
    const count = await endAfter(stores, by, userId, change, rule, now)
    await stores.users.setDisabledAt(userId, now)
    return ok(count)
  })
}

export function enableUser(
  transact: TransactStores,
  by: Administrator,
  userId: string,
): Administered {
  return transact(async ({ users, audit }) => {
    const user = await users.lock(userId)
    if (!user) return fail("not_found")
    if (!user.isDisabled) return ok(0)
    await users.setDisabledAt(userId, null)
    await audit.append({
      action: "enable_user",
      actorId: by.userId,
      targetId: userId,
      address: by.address,
    })
    return ok(0)
  })
}

/** Changes what a person may do, and ends their tokens, which were issued for the old role (ASVS 8.3.2). */
export function changeRole(
  transact: TransactStores,
  by: Administrator,
  userId: string,
  role: Role,
  rule: TriggerRule,
): Administered<"last_administrator"> {
  return transact(async (stores, now) => {
    const isLast = await isLastAdministrator(stores, userId)
    const user = await stores.users.lock(userId)
    if (!user) return fail("not_found")
    if (user.role === role) return ok(0)
    if (isLast) return fail("last_administrator")

    await stores.users.setRole(userId, role)
    const change = { action: "change_role", reason: "role_change", details: { role } } as const
    return ok(await endAfter(stores, by, userId, change, rule, now))
  })
}

/** Deletes an account with everything it holds. The audit log keeps the id, and no name. */
export function deleteUser(
  transact: TransactStores,
  by: Actor,
  userId: string,
): Administered<"last_administrator"> {
  return transact(async (stores) => {
    const { users, tokens, audit } = stores
    const isLast = await isLastAdministrator(stores, userId)
    if (!(await users.lock(userId))) return fail("not_found")
    if (isLast) return fail("last_administrator")

    const count = totalOf(await tokens.countLive(userId))
    await users.remove(userId)
    await audit.append({
      action: "delete_user",
      actorId: by.userId,
      targetId: userId,
      address: by.address,
      scope: "everywhere",
      count,
    })
    return ok(count)
  })
}

/** Locks the administrators before it looks, so that of two acts at once the second sees the first. */
async function isLastAdministrator({ users }: Stores, userId: string): Promise<boolean> {
  const administrators = await users.lockAdministrators()
  return administrators.length === 1 && administrators[0] === userId
}

interface Change {
  readonly action: "disable_user" | "change_role"
  readonly reason: RevocationReason
  readonly details: Readonly<Record<string, string>>
}

async function endAfter(
  { tokens, audit }: Stores,
  by: Administrator,
  userId: string,
  { action, reason, details }: Change,
  rule: TriggerRule,
  now: Date,
): Promise<number> {
  const target = { userId, currentTokenId: by.userId === userId ? by.tokenId : null }
  const revocation = { at: now, reason, by: by.userId }
  const count = totalOf(await applyTrigger(tokens, rule, target, revocation))
  await audit.append({
    action,
    actorId: by.userId,
    targetId: userId,
    address: by.address,
    reason,
    scope: "everywhere",
    count,
    details,
  })
  return count
}
