import {
  ok,
  type Result,
  type RevocationCount,
  type TokenPolicy,
  type TriggerRule,
  totalOf,
} from "log-out-everywhere"
import { endByTrigger } from "@/lib/users/end-by-trigger"
import { consumeLink } from "@/lib/users/mailed-link"
import type { TransactStores } from "@/lib/users/ports/stores"
import { type ProviderName, removeProviders } from "./remove-providers"
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
  transact: TransactStores,
  policy: TokenPolicy,
  { secret, address, answer, nameOf }: SessionReport,
  rule: TriggerRule,
): Promise<Result<RevocationCount, "link_ended">> {
  return transact(async (stores, now) => {
    const { tokens, audit } = stores
    const consumed = await consumeLink(stores, "report", secret, now)
    if (!consumed.ok) return consumed
    const { link, owner } = consumed.value
    const revocation = { at: now, reason: "reported", by: owner.userId } as const
    const scope = rule.scope === "ask" ? answer : rule.scope
    const target = { userId: owner.userId, currentTokenId: null }
    const tokenId = link.data?.tokenId ?? ""
    const reported = { kind: "one", tokenId, purpose: "session" } as const
    const { ended, ...reach } =
      scope === "one"
        ? { ended: await tokens.revoke(owner.userId, reported, revocation), scope }
        : await endByTrigger(tokens, { ...rule, scope }, target, revocation)
    // Also if that session is over: its browser must not come back as a known one.
    if (tokenId) await tokens.forgetBrowserOf(owner.userId, tokenId, revocation)

    const { details, removed } =
      reach.scope === "everywhere"
        ? await removeProviders(stores, owner.userId, link.issuedAt, nameOf)
        : {}

    await audit.append({
      action: "report_session",
      actorId: owner.userId,
      targetId: owner.userId,
      address,
      reason: "reported",
      ...reach,
      count: totalOf(ended),
      ...(details && { details }),
    })
    await mailPasswordReset(stores, policy, owner, now, removed ? { removed } : {})
    return ok(ended)
  })
}
