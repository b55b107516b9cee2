import type { TokenPolicy } from "./policy.ts"
import { fail, ok, type Result } from "./result.ts"
import type { ActingTokenStore } from "./store.ts"
import type { Token, TokenOwner } from "./token.ts"

/**
 * Whether the policy refuses a person one more session. Asked with the owner locked, before the session is made:
 * nothing has to be undone then.
 */
export async function isFull(
  tokens: ActingTokenStore,
  policy: TokenPolicy,
  { id, role }: Pick<TokenOwner, "id" | "role">,
): Promise<boolean> {
  const limit = limitOf(policy, role)
  if (limit?.atLimit !== "refuse") return false
  const { session: live = 0 } = await tokens.countLive(id)
  return live >= limit.max
}

/**
 * Keeps a person within the most sessions that the policy allows, once a log-in has made one more.
 *
 * Runs in the log-in's transaction, which has locked the owner's log-ins before it made the session: of two
 * at once, the second counts what the first made. Returns how many ended.
 */
export async function keepWithinLimit(
  tokens: ActingTokenStore,
  policy: TokenPolicy,
  session: Token,
  role: string,
  now: Date,
): Promise<Result<number, "too_many_sessions">> {
  const limit = limitOf(policy, role)
  if (!limit) return ok(0)
  const { session: live = 0 } = await tokens.countLive(session.userId)
  if (live <= limit.max) return ok(0)
  if (limit.atLimit === "refuse") return fail("too_many_sessions")
  const revocation = { at: now, reason: "session_limit", by: null } as const
  return ok(
    await tokens.revokeLeastRecent(session.userId, "session", limit.max, session.id, revocation),
  )
}

const limitOf = ({ maxSessions }: TokenPolicy, role: string) =>
  maxSessions?.byRole?.[role] ?? maxSessions?.standard
