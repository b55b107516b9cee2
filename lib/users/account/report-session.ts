import { ok, type Result, type RevocationCount } from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import { endByTrigger, revokeInScope } from "@/lib/users/ending"
import { consumeLink } from "@/lib/users/mailed-link"
import type { Parts } from "@/lib/users/ports/parts"
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
    const { tokens, audit } = stores
    const consumed = await consumeLink(stores, "report", secret, now)
    if (!consumed.ok) return consumed
    const { link, owner } = consumed.value
    const { userId } = owner
    const revocation = { at: now, reason: "reported", by: userId } as const
    const rule = triggers.reported
    const scope = rule.scope === "ask" ? answer : rule.scope
    const target = { userId, currentTokenId: null }
    const tokenId = link.data?.tokenId ?? ""
    const reported = { kind: "one", tokenId, purpose: "session" } as const
    const { ended, told } =
      scope === "one"
        ? await revokeInScope(tokens, userId, reported, revocation)
        : await endByTrigger(tokens, { ...rule, scope }, target, revocation)
    // Also if that session is over: its browser must not come back as a known one.
    if (tokenId) await tokens.forgetBrowserOf(userId, tokenId, revocation)

    const providers =
      told.scope === "everywhere"
        ? await removeProviders(stores, userId, link.issuedAt, nameOf)
        : noneRemoved
    const act = { action: "report_session", ...told, ...providers.told } as const
    await audit.append(entryOf({ userId, address }, act))
    await mailPasswordReset(stores, policy, owner, now, providers.mailed)
    return ok(ended)
  })
}
