import {
  type EverywhereScope,
  hashSecret,
  type OthersScope,
  ok,
  type Result,
  type RevocationCount,
  type Token,
} from "log-out-everywhere"
import { isUuid } from "@/lib/names/uuid"
import { asActor } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import { endInScope, revokeInScope } from "@/lib/users/ending"
import type { Parts } from "@/lib/users/ports/parts"
import type { Stores } from "@/lib/users/ports/stores"
import type { Actor } from "@/lib/users/ports/user"

/**
 * Ends the session behind a secret, for the person at that browser. Ends nothing, and fails at
 * nothing, where the secret is already dead.
 *
 * Says whether the session of this secret is over now. It cannot be said of a secret that is unknown, or
 * was replaced: the session may live on under a new secret, which the browser got a moment ago.
 */
export function logOut(
  { transact }: Pick<Parts, "transact">,
  secret: string,
  address: string | null,
): Promise<boolean> {
  return transact(async (stores, now) => {
    const found = await stores.tokens.findByHash(hashSecret(secret))
    if (found?.token.purpose !== "session" || found.token.revocation?.reason === "replaced")
      return false
    await endOwnSession(stores, found.token, "log_out", address, now)
    return true
  })
}

/** Part of a transaction: ends a session for its person, and writes down that they left if it was live. */
export async function endOwnSession(
  { tokens, audit }: Stores,
  { id: tokenId, userId }: Token,
  reason: "log_out" | "replaced",
  address: string | null,
  at: Date,
): Promise<void> {
  const one = { kind: "one", tokenId, purpose: "session" } as const
  const { told } = await revokeInScope(tokens, userId, one, { at, reason, by: userId })
  if (told.count > 0)
    await audit.append(entryOf({ userId, address }, { action: "log_out", ...told }))
}

/**
 * Ends one of the person's own sessions, and the trust in its browser. Another's id, another purpose's, or
 * an ended one counts 0.
 */
export function revokeSession(
  parts: Pick<Parts, "transact">,
  actor: Actor,
  tokenId: string,
): Promise<Result<number, "session_ended">> {
  return revokeSessions(parts, actor, [tokenId])
}

/** The same for several, together or not at all. Says how many ended. */
export function revokeSessions(
  parts: Pick<Parts, "transact">,
  actor: Actor,
  tokenIds: readonly string[],
): Promise<Result<number, "session_ended">> {
  const { userId } = actor
  return asActor(parts, actor, async (stores, now) => {
    let ended = 0
    for (const id of tokenIds) {
      const token = { id, userId, purpose: "session" } as const
      ended += await revokeOne(stores, actor, token, "revoke_session", now)
    }
    return ok(ended)
  })
}

/** What the end of a token needs to know of it. */
export type NamedToken = Pick<Token, "id" | "purpose" | "userId">

/** Part of a transaction: ends one token, and the trust in its browser. */
export async function revokeOne(
  { tokens, audit }: Stores,
  by: Actor,
  { id: tokenId, userId, purpose }: NamedToken,
  action: "revoke_session" | "revoke_api_token" | "revoke_token",
  now: Date,
): Promise<number> {
  const reason = action === "revoke_token" ? "revoked_by_admin" : "revoked_by_user"
  const revocation = { at: now, reason, by: by.userId } as const
  const one = { kind: "one", tokenId, purpose } as const
  const { told } = await revokeInScope(tokens, userId, one, revocation)
  if (told.count > 0) {
    // Ending the session in which one acts is logging out, which takes no trust away.
    if (tokenId !== by.tokenId) await tokens.forgetBrowserOf(userId, tokenId, revocation)
    const details = { token: tokenId, ...(action !== "revoke_session" && { purpose }) }
    await audit.append(entryOf(by, { action, targetId: userId, ...told, details }))
  }
  return told.count
}

/** What a person's act has ended, and under which id the audit log tells of it. */
export interface EndedByAct {
  readonly ended: RevocationCount
  readonly actId: string
}

/** Ends the person's own tokens in scope: the other devices, or everything. */
export function logOutInScope(
  parts: Pick<Parts, "transact">,
  actor: Actor,
  scope: OthersScope | EverywhereScope,
): Promise<Result<EndedByAct, "session_ended">> {
  return asActor(parts, actor, async (stores, now) =>
    ok(await end(stores, actor, actor.userId, scope, now)),
  )
}

/**
 * The same for a program, in which nobody is logged in: the audit log names no actor. Throws if no user has
 * the id.
 */
export function logOutFor(
  { transact }: Pick<Parts, "transact">,
  userId: string,
  scope: EverywhereScope,
): Promise<RevocationCount> {
  return transact(async (stores, now) => {
    const owner = isUuid(userId) ? await stores.users.lock(userId) : null
    if (!owner) throw new Error("No user has this id, so that nothing was ended.")
    return (await end(stores, null, userId, scope, now)).ended
  })
}

async function end(
  { tokens, audit }: Stores,
  by: Actor | null,
  userId: string,
  scope: OthersScope | EverywhereScope,
  now: Date,
): Promise<EndedByAct> {
  const action = scope.kind === "others" ? "log_out_others" : "log_out_everywhere"
  const revocation = { at: now, reason: action, by: by?.userId ?? null } as const
  const { ended, told } = await endInScope(tokens, userId, scope, revocation)
  const details = { purposes: scope.purposes, ...(!by && { by: "program" }) }
  const actId = await audit.append(entryOf(by, { action, targetId: userId, ...told, details }))
  return { ended, actId }
}
