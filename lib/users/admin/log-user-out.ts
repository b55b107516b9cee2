import { type EndablePurpose, endEverywhere, fail, ok, totalOf } from "log-out-everywhere"
import { cutLine } from "@/lib/names/line"
import { asAdministrator } from "@/lib/users/acting"
import type { TransactStores } from "@/lib/users/ports/stores"
import type { Actor } from "@/lib/users/ports/user"
import type { Administered } from "./administer-user"
import { longestReason } from "./longest-reason"

export interface UserLogOut {
  readonly userId: string
  readonly purposes: readonly EndablePurpose[]
  /** The administrator's own words. They go into the person's mail; the audit log says that there were some. */
  readonly reason: string | null
}

/**
 * Logs a person out everywhere, and mails them that it was done.
 *
 * On themselves it spares the session in which they act, and mails nothing.
 */
export function logUserOut(
  transact: TransactStores,
  by: Actor,
  { userId, purposes, reason: given }: UserLogOut,
): Administered {
  const reason = given && cutLine(given, longestReason)
  return asAdministrator(transact, by, async ({ users, tokens, audit, outbox }, now) => {
    const user = await users.lock(userId)
    if (!user) return fail("not_found")
    const isSelf = by.userId === userId
    const scope = isSelf
      ? ({ kind: "others", currentTokenId: by.tokenId, purposes } as const)
      : ({ kind: "everywhere", purposes } as const)
    const revocation = { at: now, reason: "revoked_by_admin", by: by.userId } as const
    const epoch = await endEverywhere(tokens, userId, scope, revocation)
    const ended = await tokens.countEnded(userId, epoch)
    const count = totalOf(ended)
    const isMailed = !isSelf && count > 0
    await audit.append({
      action: "log_out_everywhere",
      actorId: by.userId,
      targetId: userId,
      address: by.address,
      reason: "revoked_by_admin",
      scope: scope.kind,
      count,
      ...(isMailed && reason && { details: { mailedReason: "given" } }),
    })
    if (isMailed) {
      const facts = { at: now.toISOString(), ...(reason && { reason }) }
      await outbox.add({ kind: "logged_out_by_admin", to: user.email, facts })
    }
    return ok(ended)
  })
}
