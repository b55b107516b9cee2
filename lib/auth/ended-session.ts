import "server-only"
import { hashSecret, type RevocationReason, tokenStatus } from "log-out-everywhere"
import { readSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { type EndOfVoided, endOfVoided } from "@/lib/db/lists/tokens"
import { parts } from "@/lib/db/parts"

export type Ending = RevocationReason | "idle" | "expired" | "ended"
export type SessionEnding = Ending | EndOfVoided

export interface EndedSession {
  readonly ending: SessionEnding
  /** The email of a person whose session only went idle and who has a password to get back in; otherwise null. */
  readonly returning: string | null
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
  if (!found) return { ending: "ended", returning: null }
  const { token, owner } = found
  const status = tokenStatus(found)
  if (status === "active") return null
  if (status === "revoked") {
    return { ending: token.revocation?.reason ?? (await endOfVoided(token.id)), returning: null }
  }
  return { ending: status, returning: status === "idle" && owner.hasPassword ? owner.email : null }
}
