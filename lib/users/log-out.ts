import {
  type EverywhereScope,
  hashSecret,
  logOutEverywhere,
  type OthersScope,
  type RevocationCount,
  totalOf,
} from "@/lib/tokens"
import type { TransactStores } from "./stores"
import type { Actor } from "./user"

/**
 * Ends the session behind a secret, for the person at that browser. Ends nothing, and fails at
 * nothing, where the secret is already dead.
 */
export function logOut(
  transact: TransactStores,
  secret: string,
  address: string | null,
  reason: "log_out" | "replaced" = "log_out",
): Promise<void> {
  return transact(async ({ tokens, audit }, now) => {
    const found = await tokens.findByHash(hashSecret(secret))
    if (found?.token.purpose !== "session") return
    const { id: tokenId, userId } = found.token
    const ended = await tokens.revoke(
      userId,
      { kind: "one", tokenId },
      { at: now, reason, by: userId },
    )
    if (totalOf(ended) === 0) return
    await audit.append({
      action: "log_out",
      actorId: userId,
      targetId: userId,
      address,
      reason,
      scope: "one",
      count: 1,
    })
  })
}

/** Ends one of the person's own sessions. Another's id, or an ended one, counts 0. */
export function revokeSession(
  transact: TransactStores,
  actor: Actor,
  tokenId: string,
): Promise<number> {
  return transact(async ({ tokens, audit }, now) => {
    const { userId, address } = actor
    const ended = await tokens.revoke(
      userId,
      { kind: "one", tokenId },
      { at: now, reason: "revoked_by_user", by: userId },
    )
    const count = totalOf(ended)
    if (count > 0) {
      await audit.append({
        action: "revoke_session",
        actorId: userId,
        targetId: userId,
        address,
        reason: "revoked_by_user",
        scope: "one",
        count,
      })
    }
    return count
  })
}

/** Ends the person's own tokens in scope: the other devices, or everything. */
export function logOutInScope(
  transact: TransactStores,
  actor: Actor,
  scope: OthersScope | EverywhereScope,
): Promise<RevocationCount> {
  return transact(async ({ tokens, audit }, now) => {
    const { userId, address } = actor
    const act = scope.kind === "others" ? "log_out_others" : "log_out_everywhere"
    const ended = await logOutEverywhere(tokens, userId, scope, {
      at: now,
      reason: act,
      by: userId,
    })
    await audit.append({
      action: act,
      actorId: userId,
      targetId: userId,
      address,
      reason: act,
      scope: scope.kind,
      count: totalOf(ended),
    })
    return ended
  })
}
