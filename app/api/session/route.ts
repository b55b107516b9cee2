import type { SessionFacts } from "@/components/shell/session-now"
import { readSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { markFor } from "@/lib/auth/rendered-for"
import { resumeSession } from "@/lib/auth/sessions"

/** For the page's own warnings: null when logged out. It does not touch: a page that asks must still go idle. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" }
  const secret = await readSessionCookie()
  try {
    const resumed = await resumeSession(secret, { touch: false })
    if (!resumed) return Response.json(null, { headers })
    const { token, owner, now } = resumed
    const facts: SessionFacts = {
      mark: markFor({ userId: owner.id }),
      idleInMs: +token.idleAt - +now,
      expiresInMs: +token.expiresAt - +now,
    }
    return Response.json(facts, { headers })
  } catch {
    // The store could not answer: not the same as being logged out.
    return Response.json({ error: "unavailable" }, { status: 503, headers })
  }
}
