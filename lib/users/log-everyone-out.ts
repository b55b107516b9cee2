import { fail, ok, type Result } from "@/lib/tokens"
import { asAdministrator } from "./acting"
import type { TransactStores } from "./stores"
import type { Actor } from "./user"

/**
 * Logs everyone out but the administrator who does it: for the day when no session can be trusted
 * (ASVS 7.4.5). Returns how many live sessions ended.
 */
export function logEveryoneOut(
  transact: TransactStores,
  by: Actor,
): Promise<Result<number, "session_ended">> {
  return asAdministrator(transact, by, async ({ everyonesSessions, audit }, now) => {
    const count = await everyonesSessions.raiseGeneration(by.tokenId, now, by.userId)
    if (count === null) return fail("session_ended")
    await audit.append({
      action: "log_everyone_out",
      actorId: by.userId,
      targetId: null,
      address: by.address,
      reason: "revoked_by_admin",
      scope: "others",
      count,
    })
    return ok(count)
  })
}
