import type { Administrator } from "./administer-user"
import type { TransactStores } from "./stores"

/**
 * Logs everyone out but the administrator who does it: for the day when no session can be trusted
 * (ASVS 7.4.5). Returns how many live sessions ended.
 */
export function logEveryoneOut(transact: TransactStores, by: Administrator): Promise<number> {
  return transact(async ({ everyonesSessions, audit }, now) => {
    const count = await everyonesSessions.raiseGeneration(by.tokenId, now, by.userId)
    await audit.append({
      action: "log_everyone_out",
      actorId: by.userId,
      targetId: null,
      address: by.address,
      reason: "revoked_by_admin",
      count,
    })
    return count
  })
}
