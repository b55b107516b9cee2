import {
  fail,
  ok,
  type Result,
  type RevocationCount,
  type RevocationReason,
  type TriggerRule,
  totalOf,
} from "log-out-everywhere"
import type { Role } from "@/lib/names/role"
import { asAdministrator, lockActing } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { endByTrigger } from "@/lib/users/ending"
import type { Parts } from "@/lib/users/ports/parts"
import type { Administrator, Stores } from "@/lib/users/ports/stores"
import type { Actor } from "@/lib/users/ports/user"

/** How many tokens ended, by purpose, or why nothing happened. */
export type Administered<Failure extends string = never> = Promise<
  Result<RevocationCount, "not_found" | "session_ended" | Failure>
>

/** Disables an account and ends what it holds (ASVS 7.4.2). */
export function disableUser(
  parts: Pick<Parts, "transact" | "triggers">,
  by: Actor,
  userId: string,
): Administered<"last_administrator"> {
  return asAdministrator(parts, by, async (stores, now, administrators) => {
    const user = await stores.users.lock(userId)
    if (!user) return fail("not_found")
    if (user.isDisabled) return ok({})
    if (isLast(by, userId, administrators)) return fail("last_administrator")

    const rule = parts.triggers.account_disabled
    const change = { action: "disable_user", reason: "account_disabled", details: {} } as const
    // Before the account is shut: what somebody disabled holds counts as over already.
    const ended = await endAfter(stores, by, userId, change, rule, now)
    await stores.users.setDisabledAt(userId, now)
    return ok(ended)
  })
}

export function enableUser(
  parts: Pick<Parts, "transact">,
  by: Actor,
  userId: string,
): Administered {
  return asAdministrator(parts, by, async ({ users, audit }) => {
    const user = await users.lock(userId)
    if (!user) return fail("not_found")
    if (!user.isDisabled) return ok({})
    await users.setDisabledAt(userId, null)
    await audit.append(entryOf(by, { action: "enable_user", targetId: userId }))
    return ok({})
  })
}

/** Changes what a person may do, and ends their tokens, which were issued for the old role (ASVS 8.3.2). */
export function changeRole(
  parts: Pick<Parts, "transact" | "triggers">,
  by: Actor,
  userId: string,
  role: Role,
): Administered<"last_administrator"> {
  return asAdministrator(parts, by, async (stores, now, administrators) => {
    const user = await stores.users.lock(userId)
    if (!user) return fail("not_found")
    if (user.role === role) return ok({})
    if (isLast(by, userId, administrators)) return fail("last_administrator")

    await stores.users.setRole(userId, role)
    const rule = parts.triggers.role_changed
    const change = { action: "change_role", reason: "role_change", details: { role } } as const
    return ok(await endAfter(stores, by, userId, change, rule, now))
  })
}

/**
 * Deletes an account with everything it holds, and mails its owner a last time. The audit log keeps the
 * id, and no name.
 */
export function deleteUser(
  parts: Pick<Parts, "transact">,
  by: Actor,
  userId: string,
): Administered<"last_administrator"> {
  return asAdministrator(parts, by, (stores, now, administrators) =>
    remove(stores, by, userId, administrators, now),
  )
}

/** The same by a program, in which nobody is logged in. */
export function deleteUserAsProgram(
  parts: Pick<Parts, "transact">,
  userId: string,
): Promise<Result<RevocationCount, "not_found" | "last_administrator">> {
  return parts.transact(async (stores, now) =>
    remove(stores, null, userId, await stores.users.lockAdministrators(), now),
  )
}

/** A person deletes their own account. */
export function deleteOwnAccount(
  parts: Pick<Parts, "transact">,
  actor: Actor,
): Administered<"last_administrator"> {
  return parts.transact(async (stores, now) => {
    // Before the person's own row, as every act of an administrator does.
    const administrators = await stores.users.lockAdministrators()
    if (!(await lockActing(stores, actor))) return fail("session_ended")
    return remove(stores, actor, actor.userId, administrators, now)
  })
}

async function remove(
  { users, tokens, audit, outbox }: Stores,
  by: Actor | null,
  userId: string,
  administrators: readonly Administrator[],
  now: Date,
): Promise<Result<RevocationCount, "not_found" | "last_administrator">> {
  const person = await users.lock(userId)
  if (!person) return fail("not_found")
  if (isLast(by, userId, administrators)) return fail("last_administrator")

  const ended = await tokens.countLive(userId)
  await users.remove(userId)
  const told = { reason: "account_deleted", scope: "everywhere", count: totalOf(ended) } as const
  const details = !by && { details: { by: "program" } }
  await audit.append(entryOf(by, { action: "delete_user", targetId: userId, ...told, ...details }))
  const facts = deletion(by, userId, now)
  await outbox.add({ kind: "account_deleted", to: person.email, facts })
  return ok(ended)
}

function deletion(by: Actor | null, userId: string, now: Date) {
  const at = now.toISOString()
  if (by?.userId !== userId) return { by: "administrator", at } as const
  const { address } = by
  return { by: "owner", at, ...(address && { address }) } as const
}

/** Whether nobody else can get in as an administrator. The one who acts has got in, if only by a mailed link. */
function isLast(
  by: Actor | null,
  userId: string,
  administrators: readonly Administrator[],
): boolean {
  const others = administrators.filter(({ id }) => id !== userId)
  const isSomebodyLeft = others.some(({ id, hasWayIn }) => hasWayIn || id === by?.userId)
  return others.length < administrators.length && !isSomebodyLeft
}

interface Change {
  readonly action: "disable_user" | "change_role"
  readonly reason: RevocationReason
  readonly details: Readonly<Record<string, string>>
}

async function endAfter(
  { tokens, audit }: Stores,
  by: Actor,
  userId: string,
  { action, reason, details }: Change,
  rule: TriggerRule,
  now: Date,
): Promise<RevocationCount> {
  const target = { userId, currentTokenId: by.userId === userId ? by.tokenId : null }
  const revocation = { at: now, reason, by: by.userId }
  const { ended, told } = await endByTrigger(tokens, rule, target, revocation)
  await audit.append(entryOf(by, { action, targetId: userId, ...told, details }))
  return ended
}
