import {
  ok,
  type Result,
  type RevocationCount,
  type TriggerRule,
  type TriggerTarget,
} from "log-out-everywhere"
import { asActor } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { type Ending, endByTrigger, revokeInScope } from "@/lib/users/ending"
import { consumeLink } from "@/lib/users/mailed-link"
import type { Parts } from "@/lib/users/ports/parts"
import type { Stores } from "@/lib/users/ports/stores"
import type { Actor } from "@/lib/users/ports/user"
import { noneRemoved, type ProviderName, removeProviders } from "./remove-providers"
import { mailPasswordReset } from "./start-password-reset"

export interface SessionReport {
  readonly secret: string
  readonly address: string | null
  /** The one session that the mail told of, or everything. Counts where the rule asks. */
  readonly answer: "one" | "everywhere"
  readonly nameOf: ProviderName
}

/**
 * "This wasn't me": ends what the rule says, or the person where it asks them, and mails a link to
 * choose a new password. Works without a log-in. Returns how many tokens ended, by purpose.
 *
 * Where everything ends, so do the log-ins connected since the session began: its link is as old.
 */
export function reportSession(
  { transact, policy, triggers }: Pick<Parts, "transact" | "policy" | "triggers">,
  { secret, address, answer, nameOf }: SessionReport,
): Promise<Result<RevocationCount, "link_ended">> {
  return transact(async (stores, now) => {
    const consumed = await consumeLink(stores, "report", secret, now)
    if (!consumed.ok) return consumed
    const { link, owner } = consumed.value
    const { userId } = owner
    const reported = { userId, tokenId: link.data?.tokenId ?? null, currentTokenId: null }
    const { ended, told } = await endReported(stores, triggers.reported, reported, answer, now)

    const providers =
      told.scope === "everywhere"
        ? await removeProviders(stores, userId, link.issuedAt, nameOf)
        : noneRemoved
    const act = { action: "report_session", ...told, ...providers.told } as const
    await stores.audit.append(entryOf({ userId, address }, act))
    await mailPasswordReset(stores, policy, owner, now, providers.mailed)
    return ok(ended)
  })
}

/**
 * The same of a person who is logged in, about another session of theirs: that one alone, where the rule asks. They
 * choose the new password themselves, where they are. Returns how many tokens ended, by purpose.
 */
export function reportOwnSession(
  parts: Pick<Parts, "transact" | "triggers">,
  actor: Actor,
  tokenId: string,
): Promise<Result<RevocationCount, "session_ended">> {
  return asActor(parts, actor, async (stores, now) => {
    const { userId, tokenId: currentTokenId } = actor
    const reported = { userId, tokenId, currentTokenId }
    const { ended, told } = await endReported(stores, parts.triggers.reported, reported, "one", now)
    if (told.count > 0)
      await stores.audit.append(entryOf(actor, { action: "report_session", ...told }))
    return ok(ended)
  })
}

interface Reported extends TriggerTarget {
  readonly tokenId: string | null
}

/** Part of a transaction: ends what the rule says, or the answer where it asks, and the trust in that browser. */
async function endReported(
  { tokens }: Stores,
  rule: TriggerRule,
  { tokenId, ...target }: Reported,
  answer: SessionReport["answer"],
  now: Date,
): Promise<Ending> {
  const { userId } = target
  const revocation = { at: now, reason: "reported", by: userId } as const
  const scope = rule.scope === "ask" ? answer : rule.scope
  const one = { kind: "one", tokenId: tokenId ?? "", purpose: "session" } as const
  const ending =
    scope === "one"
      ? await revokeInScope(tokens, userId, one, revocation)
      : await endByTrigger(tokens, { ...rule, scope }, target, revocation)
  // Also if that session is over: its browser must not come back as a known one.
  if (tokenId) await tokens.forgetBrowserOf(userId, tokenId, revocation)
  return ending
}
