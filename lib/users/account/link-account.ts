import { fail, ok, type Result, type RevocationCount, type Triggers } from "log-out-everywhere"
import { asActor } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { endByTrigger } from "@/lib/users/ending"
import { deviceFacts } from "@/lib/users/ports/outbox"
import type { Parts } from "@/lib/users/ports/parts"
import type { Stores } from "@/lib/users/ports/stores"
import type { Actor, ProviderAccount } from "@/lib/users/ports/user"

/** What the mail to the owner calls the provider and the browser: "GitHub", "Firefox on Linux". */
export interface InWords {
  readonly provider: string
  readonly device: string
}

/** Lets a provider's account open this person's account too, and mails the owner (ASVS 6.3.7). */
export function linkAccount(
  parts: Pick<Parts, "transact">,
  actor: Actor,
  account: ProviderAccount,
  type: string,
  inWords: InWords,
): Promise<Result<null, "linked_elsewhere" | "linked_already" | "session_ended">> {
  const { userId } = actor
  return asActor(parts, actor, async (stores, now) => {
    const { accounts, audit } = stores
    if (!(await accounts.link(userId, account, type))) {
      const owner = await accounts.findOwner(account)
      return fail(owner?.userId === userId ? "linked_already" : "linked_elsewhere")
    }
    const details = { provider: account.provider }
    await audit.append(entryOf(actor, { action: "link_provider", details }))
    await mailOwner(stores, "provider_connected", actor, inWords, now)
    return ok(null)
  })
}

/**
 * Takes a provider's account away, and ends what the rule says: a session that it opened must not
 * outlive it (ASVS 7.4.3). Mails the owner, and returns how many ended, by purpose. Never takes the last
 * way in.
 */
export function unlinkAccount(
  parts: Pick<Parts, "transact" | "triggers">,
  actor: Actor,
  account: ProviderAccount,
  inWords: InWords,
): Promise<Result<RevocationCount, "last_way_in" | "not_found" | "session_ended">> {
  const { userId } = actor
  return asActor(parts, actor, async (stores, now, person) => {
    const linked = await stores.accounts.list(userId)
    if (!person.hasPassword && linked.length < 2) return fail("last_way_in")
    const ended = await unlink(stores, parts.triggers, actor, userId, account, now)
    if (!ended) return fail("not_found")
    await mailOwner(stores, "provider_disconnected", actor, inWords, now)
    return ok(ended)
  })
}

/** The same by a program, in which nobody is logged in. It may take the last way in. */
export function unlinkAsProgram(
  { transact, triggers }: Pick<Parts, "transact" | "triggers">,
  account: ProviderAccount,
): Promise<void> {
  return transact(async (stores, now) => {
    const owner = await stores.accounts.findOwner(account)
    if (!owner) return
    await stores.users.lock(owner.userId)
    await unlink(stores, triggers, null, owner.userId, account, now)
  })
}

/** Null if the account opens nothing of this user's. By null if nobody is logged in. */
async function unlink(
  { accounts, tokens, audit }: Stores,
  { provider_unlinked: rule }: Triggers,
  by: Actor | null,
  userId: string,
  account: ProviderAccount,
  now: Date,
): Promise<RevocationCount | null> {
  if (!(await accounts.unlink(userId, account))) return null
  const revocation = { at: now, reason: "provider_change", by: by?.userId ?? null } as const
  const target = { userId, currentTokenId: by?.tokenId ?? null }
  const { ended, told } = await endByTrigger(tokens, rule, target, revocation)
  const details = { provider: account.provider, ...(!by && { by: "program" }) }
  await audit.append(entryOf(by, { action: "unlink_provider", targetId: userId, ...told, details }))
  return ended
}

async function mailOwner(
  { users, outbox }: Stores,
  kind: "provider_connected" | "provider_disconnected",
  { userId, address }: Actor,
  { provider, device }: InWords,
  now: Date,
): Promise<void> {
  const owner = await users.find(userId)
  if (!owner) return
  await outbox.add({
    kind,
    to: owner.email,
    facts: { ...deviceFacts(device, address, now), provider },
  })
}
