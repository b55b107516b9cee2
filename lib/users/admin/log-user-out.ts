import { type EndablePurpose, fail, ok } from "log-out-everywhere"
import { cutLine } from "@/lib/names/line"
import { asAdministrator } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { endInScope } from "@/lib/users/ending"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"
import type { Administered } from "./administer-user"
import { maxReasonLength } from "./max-reason-length"

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
  parts: Pick<Parts, "transact">,
  by: Actor,
  { userId, purposes, reason: given }: UserLogOut,
): Administered {
  const reason = given && cutLine(given, maxReasonLength)
  return asAdministrator(parts, by, async ({ users, tokens, audit, outbox }, now) => {
    const user = await users.lock(userId)
    if (!user) return fail("not_found")
    const isSelf = by.userId === userId
    const scope = isSelf
      ? ({ kind: "others", currentTokenId: by.tokenId, purposes } as const)
      : ({ kind: "everywhere", purposes } as const)
    const revocation = { at: now, reason: "revoked_by_admin", by: by.userId } as const
    const { ended, told } = await endInScope(tokens, userId, scope, revocation)
    const isMailed = !isSelf && told.count > 0
    const details = isMailed && reason && { details: { mailedReason: "given" } }
    const act = { action: "log_out_everywhere", targetId: userId, ...told, ...details } as const
    await audit.append(entryOf(by, act))
    if (isMailed) {
      const facts = { at: now.toISOString(), ...(reason && { reason }) }
      await outbox.add({ kind: "logged_out_by_admin", to: user.email, facts })
    }
    return ok(ended)
  })
}
