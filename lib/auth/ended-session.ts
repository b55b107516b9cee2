import "server-only"
import { hashSecret, type RevocationReason, tokenStatus } from "log-out-everywhere"
import { readSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { loggedOutBecause, sweptBecause } from "@/lib/db/desk/sweep-view"
import { type EndOfVoided, endOfVoided } from "@/lib/db/lists/tokens"
import { parts } from "@/lib/db/parts"

export type Ending = RevocationReason | "idle" | "expired" | "ended"
export type SessionEnding = Ending | EndOfVoided

export interface EndedSession {
  readonly ending: SessionEnding
  /** The email of a person whose session only went idle and who has a password to get back in; otherwise null. */
  readonly returning: string | null
  /** What an administrator who ended it with others has written for its person; null where nothing. */
  readonly because: string | null
}

/**
 * The session of this browser's cookie, as it ended; null where there is none, or a live one.
 *
 * One that was idle when everyone was logged out is over for good: a password does not take it back.
 */
export async function endedSession(): Promise<EndedSession | null> {
  const secret = await readSessionCookie()
  if (!secret) return null
  const found = await parts().stores.tokens.findByHash(hashSecret(secret))
  if (!found) return { ending: "ended", returning: null, because: null }
  const { token, owner } = found
  const status = tokenStatus(found)
  if (status === "active") return null
  if (status === "revoked") {
    const ending = token.revocation?.reason ?? (await endOfVoided(token.id))
    return { ending, returning: null, because: await becauseOf(ending, token.id) }
  }
  const returning = status === "idle" && owner.hasPassword ? owner.email : null
  return { ending: status, returning, because: null }
}

async function becauseOf(ending: SessionEnding, tokenId: string): Promise<string | null> {
  if (ending === "revoked_by_admin") return sweptBecause(tokenId)
  return ending === "everyone_logged_out" ? loggedOutBecause(tokenId) : null
}
