import { answerLive } from "log-out-everywhere/live"
import { readSessionCookie } from "@/lib/auth/cookies/session-cookie"
import { resumeSession } from "@/lib/auth/sessions"
import { streams } from "@/lib/db/live"

/** The stream of the browser's open pages. It does not touch: a page that is open must still go idle. */
export async function GET(request: Request): Promise<Response> {
  const open = streams()
  if (!open) return unavailable()
  try {
    const resumed = await resumeSession(await readSessionCookie(), { touch: false })
    return answerLive(open, request, resumed?.token ?? null)
  } catch {
    // The store could not answer: not the same as being logged out.
    return unavailable()
  }
}

const unavailable = () =>
  new Response(null, { status: 503, headers: { "Cache-Control": "no-store", "Retry-After": "30" } })
