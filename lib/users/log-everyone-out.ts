import { fail, ok, type Result } from "@/lib/tokens"
import type { Administrator } from "./administer-user"
import type { TransactStores } from "./stores"

/**
 * Logs everyone out but the administrator who does it: for the day when no session can be trusted
 * (ASVS 7.4.5). Returns how many live sessions ended.
 *
 * `changed_meanwhile`: the administrator's own session ended just before, and nobody else's did now.
 */
export function logEveryoneOut(
  transact: TransactStores,
  by: Administrator,
): Promise<Result<number, "changed_meanwhile">> {
  return transact(async ({ everyonesSessions, audit }, now) => {
    const count = await everyonesSessions.raiseGeneration(by.tokenId, now, by.userId)
    if (count === null) return fail("changed_meanwhile")
    await audit.append({
      action: "log_everyone_out",
      actorId: by.userId,
      targetId: null,
      address: by.address,
      reason: "revoked_by_admin",
      count,
    })
    return ok(count)
  })
}
