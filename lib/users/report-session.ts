import {
  logOutEverywhere,
  ok,
  type Result,
  type TokenPolicy,
  type TokenPurpose,
  totalOf,
} from "@/lib/tokens"
import { consumeLink } from "./mailed-link"
import { mailPasswordReset } from "./start-password-reset"
import type { TransactStores } from "./stores"

export interface SessionReport {
  readonly secret: string
  readonly address: string | null
  /** The one session that the mail told of, or everything. */
  readonly scope: "one" | "everywhere"
  readonly purposes: readonly TokenPurpose[]
}

/**
 * "This was not me": ends the session that the mail told of, or everything, as the person chose, and
 * mails a link to choose a new password. Works without a log-in. Returns how many tokens ended.
 */
export function reportSession(
  transact: TransactStores,
  policy: TokenPolicy,
  { secret, address, scope, purposes }: SessionReport,
): Promise<Result<number, "link_ended">> {
  return transact(async (stores, now) => {
    const { users, tokens, audit } = stores
    const consumed = await consumeLink(stores, "report", secret, now)
    if (!consumed.ok) return consumed
    const { link, owner } = consumed.value
    const revocation = { at: now, reason: "reported", by: owner.userId } as const
    const tokenId = link.data?.tokenId ?? ""
    const ended =
      scope === "one"
        ? await tokens.revoke(owner.userId, { kind: "one", tokenId }, revocation)
        : await logOutEverywhere(tokens, owner.userId, { kind: scope, purposes }, revocation)

    const count = totalOf(ended)
    await audit.append({
      action: "report_session",
      actorId: owner.userId,
      targetId: owner.userId,
      address,
      reason: "reported",
      scope,
      count,
    })
    const person = await users.find(owner.userId)
    if (person) await mailPasswordReset(stores, policy, person, now)
    return ok(count)
  })
}
