import { ok, type Result, type RevocationCount, type TokenPurpose } from "log-out-everywhere"
import { asAdministrator } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"
import { countEnded } from "./count-ended"

/**
 * Ends everyone's tokens of these purposes but the session of the administrator who does it: for the day
 * when no session can be trusted (ASVS 7.4.5). Returns how many ended, or null where nobody could count.
 *
 * It is done once its transaction has committed, and counted after: counting a million takes seconds,
 * for which nobody may wait.
 */
export async function logEveryoneOut(
  parts: Pick<Parts, "stores" | "transact">,
  by: Actor,
  purposes: readonly TokenPurpose[],
  reason: string | null = null,
): Promise<Result<RevocationCount | null, "session_ended">> {
  const done = await asAdministrator(parts, by, async ({ everyonesTokens, audit }) => {
    const ended = await everyonesTokens.raiseGenerations(purposes, by.tokenId, by.userId)
    if (reason) await everyonesTokens.keepReason(ended, reason)
    const told = { reason: "revoked_by_admin", scope: "others", details: { purposes } } as const
    await audit.append(entryOf(by, { action: "log_everyone_out", targetId: null, ...told }))
    return ok(ended)
  })
  return done.ok ? ok(await countEnded(parts, by, done.value)) : done
}
