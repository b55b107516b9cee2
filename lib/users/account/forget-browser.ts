import { ok, type Result, type RevocationCount } from "log-out-everywhere"
import { asActor } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { revokeInScope } from "@/lib/users/ending"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"

/**
 * Takes a person's trust in one of their browsers away, and ends the sessions in it, but for the one in which
 * they act. Another's browser, or one that is not known any more, counts nothing.
 */
export function forgetBrowser(
  parts: Pick<Parts, "transact">,
  actor: Actor,
  browserId: string,
): Promise<Result<RevocationCount, "session_ended">> {
  return asActor(parts, actor, async ({ tokens, audit }, now) => {
    const { userId, tokenId: currentTokenId } = actor
    const scope = { kind: "browser", browserId, currentTokenId } as const
    const revocation = { at: now, reason: "revoked_by_user", by: userId } as const
    const { ended, told } = await revokeInScope(tokens, userId, scope, revocation)
    const details = { token: browserId }
    if (told.count > 0)
      await audit.append(entryOf(actor, { action: "forget_browser", ...told, details }))
    return ok(ended)
  })
}
