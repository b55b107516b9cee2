import { ok, type Result, type RevocationCount, totalOf } from "log-out-everywhere"
import { asActor } from "@/lib/users/acting"
import type { TransactStores } from "@/lib/users/ports/stores"
import type { Actor } from "@/lib/users/ports/user"

/**
 * Takes a person's trust in one of their browsers away, and ends the sessions in it, but for the one in which
 * they act. Another's browser, or one that is not known any more, counts nothing.
 */
export function forgetBrowser(
  transact: TransactStores,
  actor: Actor,
  browserId: string,
): Promise<Result<RevocationCount, "session_ended">> {
  return asActor(transact, actor, async ({ tokens, audit }, now) => {
    const { userId, tokenId: currentTokenId, address } = actor
    const reason = "revoked_by_user"
    const scope = { kind: "browser", browserId, currentTokenId } as const
    const ended = await tokens.revoke(userId, scope, { at: now, reason, by: userId })
    if (totalOf(ended) > 0) {
      await audit.append({
        action: "forget_browser",
        actorId: userId,
        targetId: userId,
        address,
        reason,
        scope: scope.kind,
        count: totalOf(ended),
        details: { token: browserId },
      })
    }
    return ok(ended)
  })
}
