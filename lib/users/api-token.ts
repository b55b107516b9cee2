import {
  fail,
  type Issued,
  issue,
  ok,
  type Result,
  type RevocationReason,
  type Token,
  type TokenPolicy,
  totalOf,
} from "@/lib/tokens"
import type { apiTokenDays } from "./api-token-choice"
import type { TransactStores } from "./stores"
import type { Actor } from "./user"

/** Live ones that a person may have at once. */
export const mostApiTokens = 50

export interface NewApiToken {
  readonly name: string
  readonly days: (typeof apiTokenDays)[number]
}

/** The session in which an API token is made. */
export type MakingSession = Pick<Token, "epoch" | "method" | "device">

const dayMs = 86_400_000

/**
 * Makes a secret that a person's programs keep.
 *
 * It bears the epoch of the session that asked: who logs out everywhere meanwhile gets none.
 */
export function makeApiToken(
  transact: TransactStores,
  policy: TokenPolicy,
  actor: Actor,
  { epoch, method, device }: MakingSession,
  { name, days }: NewApiToken,
): Promise<Result<Issued, "too_many" | "changed_meanwhile">> {
  return transact(async ({ users, tokens, audit }, now) => {
    const { userId, address } = actor
    const owner = await users.lock(userId)
    if (!owner) return fail("changed_meanwhile")
    const { api: held = 0 } = await tokens.countLive(userId)
    if (held >= mostApiTokens) return fail("too_many")

    const proof = { userId, epoch, role: owner.role, method }
    const notAfter = new Date(+now + days * dayMs)
    const request = { purpose: "api", proof, device, isRemembered: false, name, notAfter } as const
    const issued = await issue(tokens, policy, request, now)
    if (!issued.ok) return issued
    const details = { token: issued.value.token.id }
    await audit.append({
      action: "make_api_token",
      actorId: userId,
      targetId: userId,
      address,
      details,
    })
    return ok(issued.value)
  })
}

/** What a token is, to whoever ends it. */
export type NamedToken = Pick<Token, "id" | "purpose" | "userId">

/** Ends one of the person's own API tokens. One that ended before counts 0. */
export function revokeApiToken(
  transact: TransactStores,
  actor: Actor,
  token: NamedToken,
): Promise<number> {
  return revoke(transact, actor, token, {
    action: "revoke_api_token",
    reason: "revoked_by_user",
  })
}

/** Ends one token of anybody's, whatever its purpose: an administrator's act. */
export function revokeToken(
  transact: TransactStores,
  actor: Actor,
  token: NamedToken,
): Promise<number> {
  return revoke(transact, actor, token, { action: "revoke_token", reason: "revoked_by_admin" })
}

interface Ending {
  readonly action: "revoke_api_token" | "revoke_token"
  readonly reason: RevocationReason
}

function revoke(
  transact: TransactStores,
  { userId: by, address }: Actor,
  { id: tokenId, userId, purpose }: NamedToken,
  { action, reason }: Ending,
): Promise<number> {
  return transact(async ({ tokens, audit }, now) => {
    const scope = { kind: "one", tokenId } as const
    const count = totalOf(await tokens.revoke(userId, scope, { at: now, reason, by }))
    if (count > 0) {
      const details = { token: tokenId, purpose }
      const act = { action, actorId: by, targetId: userId, address, reason, details }
      await audit.append({ ...act, scope: "one", count })
    }
    return count
  })
}
