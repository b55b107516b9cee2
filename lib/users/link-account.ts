import { applyTrigger, fail, ok, type Result, type TriggerRule, totalOf } from "@/lib/tokens"
import { asActor } from "./acting"
import type { TransactStores } from "./stores"
import type { Actor, ProviderAccount } from "./user"

/** Lets a provider's account open this person's account too. */
export function linkAccount(
  transact: TransactStores,
  actor: Actor,
  account: ProviderAccount,
  type: string,
): Promise<Result<null, "linked_elsewhere" | "linked_already" | "session_ended">> {
  const { userId, address } = actor
  return asActor(transact, actor, async ({ accounts, audit }) => {
    if (!(await accounts.link(userId, account, type))) {
      const owner = await accounts.findOwner(account)
      return fail(owner?.userId === userId ? "linked_already" : "linked_elsewhere")
    }
    await audit.append({
      action: "link_provider",
      actorId: userId,
      targetId: userId,
      address,
      details: { provider: account.provider },
    })
    return ok(null)
  })
}

/**
 * Takes a provider's account away, and ends what the rule says: a session that it opened must not
 * outlive it (ASVS 7.4.3). Returns how many ended. Never takes the last way in.
 */
export function unlinkAccount(
  transact: TransactStores,
  actor: Actor,
  account: ProviderAccount,
  rule: TriggerRule,
): Promise<Result<number, "last_way_in" | "not_found" | "session_ended">> {
  const { userId, tokenId: currentTokenId, address } = actor
  return asActor(transact, actor, async ({ users, accounts, tokens, audit }, now) => {
    const owner = await users.lock(userId)
    const linked = await accounts.list(userId)
    if (!owner?.passwordHash && linked.length < 2) return fail("last_way_in")
    if (!(await accounts.unlink(userId, account))) return fail("not_found")

    const revocation = { at: now, reason: "provider_change", by: userId } as const
    const target = { userId, currentTokenId }
    const count = totalOf(await applyTrigger(tokens, rule, target, revocation))
    await audit.append({
      action: "unlink_provider",
      actorId: userId,
      targetId: userId,
      address,
      reason: "provider_change",
      scope: "others",
      count,
      details: { provider: account.provider },
    })
    return ok(count)
  })
}
