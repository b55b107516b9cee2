import {
  fail,
  logOutEverywhere,
  ok,
  type Result,
  type RevocationReason,
  type TokenPurpose,
  tokenPurposes,
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

/** Logs a person out everywhere. On themselves it spares the session in which they act. */
export function logUserOut(
  transact: TransactStores,
  by: Administrator,
  userId: string,
  purposes: readonly TokenPurpose[],
): Administered {
  return transact(async (stores, now) => {
    if (!(await stores.users.lock(userId))) return fail("not_found")
    return ok(
      await endAll(stores, by, userId, "log_out_everywhere", "revoked_by_admin", purposes, now),
    )
  })
}

/** Disables an account and ends everything it holds, recovery links too (ASVS 7.4.2). */
export function disableUser(
  transact: TransactStores,
  by: Administrator,
  userId: string,
): Administered<"last_administrator"> {
  return transact(async (stores, now) => {
    const isLast = await isLastAdministrator(stores, userId)
    const user = await stores.users.lock(userId)
    if (!user) return fail("not_found")
    if (user.isDisabled) return ok(0)
    if (isLast) return fail("last_administrator")

    const count = await endAll(
      stores,
      by,
      userId,
      "disable_user",
      "account_disabled",
      tokenPurposes,
      now,
    )
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
  purposes: readonly TokenPurpose[],
): Administered<"last_administrator"> {
  return transact(async (stores, now) => {
    const isLast = await isLastAdministrator(stores, userId)
    const user = await stores.users.lock(userId)
    if (!user) return fail("not_found")
    if (user.role === role) return ok(0)
    if (isLast) return fail("last_administrator")

    await stores.users.setRole(userId, role)
    return ok(
      await endAll(stores, by, userId, "change_role", "role_change", purposes, now, { role }),
    )
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

async function endAll(
  { tokens, audit }: Stores,
  by: Administrator,
  userId: string,
  action: "log_out_everywhere" | "disable_user" | "change_role",
  reason: RevocationReason,
  purposes: readonly TokenPurpose[],
  now: Date,
  details: Readonly<Record<string, string>> = {},
): Promise<number> {
  const isSelf = by.userId === userId && action === "log_out_everywhere"
  const scope = isSelf
    ? ({ kind: "others", currentTokenId: by.tokenId, purposes } as const)
    : ({ kind: "everywhere", purposes } as const)
  const count = totalOf(
    await logOutEverywhere(tokens, userId, scope, { at: now, reason, by: by.userId }),
  )
  await audit.append({
    action,
    actorId: by.userId,
    targetId: userId,
    address: by.address,
    reason,
    scope: scope.kind,
    count,
    details,
  })
  return count
}
