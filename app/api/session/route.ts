import { authentication } from "@/authentication"
import { readSessionCookie } from "@/lib/auth/session-cookie"
import { stores } from "@/lib/db/stores"
import { resume } from "@/lib/tokens"

/** How long the session behind this request has yet, in milliseconds. */
export interface SessionDeadlines {
  readonly idleInMs: number
  readonly expiresInMs: number
}

/** For the page's own warning: null when logged out. It does not touch: a page that asks must still go idle. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" }
  const secret = (await readSessionCookie()) ?? ""
  const { policy } = authentication
  try {
    const resumed = await resume(stores().tokens, policy, "session", secret, { touch: false })
    if (!resumed.ok) return Response.json(null, { headers })
    const { token, now } = resumed.value
    const deadlines: SessionDeadlines = {
      idleInMs: +token.idleAt - +now,
      expiresInMs: +token.expiresAt - +now,
    }
    return Response.json(deadlines, { headers })
  } catch {
    // The store could not answer: not the same as being logged out.
    return Response.json({ error: "unavailable" }, { status: 503, headers })
  }
}
