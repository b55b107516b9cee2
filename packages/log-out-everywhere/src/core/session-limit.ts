import type { TokenPolicy } from "./policy.ts"
import { fail, ok, type Result } from "./result.ts"
import type { ActingTokenStore } from "./store.ts"
import type { Token } from "./token.ts"

/**
 * Keeps a person within the most sessions that the policy allows, once a log-in has made one more.
 *
 * Runs in the log-in's transaction, which has locked the owner's log-ins before it made the session: of two
 * at once, the second counts what the first made. Returns how many ended.
 */
export async function keepWithinLimit(
  tokens: ActingTokenStore,
  { mostSessions }: TokenPolicy,
  session: Token,
  role: string,
  now: Date,
): Promise<Result<number, "too_many_sessions">> {
  const limit = mostSessions?.byRole?.[role] ?? mostSessions?.standard
  if (!limit) return ok(0)
  const { session: live = 0 } = await tokens.countLive(session.userId)
  if (live <= limit.most) return ok(0)
  if (limit.atLimit === "refuse") return fail("too_many_sessions")
  const revocation = { at: now, reason: "session_limit", by: null } as const
  return ok(
    await tokens.revokeLeastRecent(session.userId, "session", limit.most, session.id, revocation),
  )
}
