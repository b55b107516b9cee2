import type { NextRequest } from "next/server.js"
import { outage, withoutCookies, withReason } from "./answers.ts"
import { type Crossing, cross, demandNoOutage, type LogInFailure } from "./crossing.ts"
import type { Journey } from "./linking.ts"
import type { OpenedDoor } from "./opened-door.ts"
import { clearCookieLine } from "./request-cookies.ts"

type Handler = (request: NextRequest) => Promise<Response>

/** What else a callback may be: a person who is logged in links a provider's account to themselves. */
export interface LinkingEdge {
  readonly journey: (provider: string) => Promise<Journey>
  /** The `Set-Cookie` header that ends it. */
  readonly endOfJourney: () => string
}

/**
 * One of NextAuth's handlers, held to the rules of rows: a log-in takes a mark first, only a log-in and a log-out
 * write the session cookie, and a store that cannot answer is an outage (503).
 */
export function guardedHandler(
  handler: Handler,
  open: (request: NextRequest) => Promise<OpenedDoor & LinkingEdge>,
): Handler {
  return async (request) => {
    const { action, provider } = actionOf(request)
    const door = await open(request)
    try {
      const journey = action === "callback" ? await door.journey(provider) : "none"
      if (journey === "ended") return sessionEnded(door)
      const crossing = await crossingOf(door, action, request, journey)
      const answered = await cross(crossing, () => handler(request))
      demandNoOutage(crossing)
      const kept = withoutCookies(answered, (name) => name.startsWith(door.cookie.name))
      const response = await withReason(kept, crossing, door.loginPath)
      for (const line of await ownLines(door, action, crossing, request)) {
        response.headers.append("Set-Cookie", line)
      }
      if (journey === "live") response.headers.append("Set-Cookie", door.endOfJourney())
      return response
    } catch (error) {
      door.report(error)
      return outage()
    }
  }
}

/** `POST /api/auth/callback/github`: "callback" and "github". */
function actionOf({ nextUrl: { pathname } }: NextRequest) {
  const found = new RegExp(`/(${actions.join("|")})(?:/([^/]+))?/?$`).exec(pathname)
  return { action: found?.[1] ?? "", provider: found?.[2] ?? "" }
}

const actions = [
  ...["callback", "signin", "signout", "session", "csrf", "providers", "error"],
  ...["verify-request", "webauthn-options"],
]

/** The account that came back is linked to nobody, and logs nobody in: that was not asked for. */
function sessionEnded({ loginPath = "/api/auth/signin", endOfJourney }: OpenedDoor & LinkingEdge) {
  const failure: LogInFailure = "session_ended"
  const headers = { Location: `${loginPath}?error=${failure}`, "Set-Cookie": endOfJourney() }
  return new Response(null, { status: 302, headers })
}

async function crossingOf(
  door: OpenedDoor,
  action: string,
  request: NextRequest,
  journey: Journey,
): Promise<Crossing> {
  const seen = { touches: false }
  if (action === "callback")
    return door.logIn(request.headers, journey === "live" ? seen : undefined)
  // What is mailed then rests on the mark as well.
  if (action === "signin" && request.method === "POST") return door.logIn(request.headers)
  return door.read(request.headers, seen)
}

/**
 * NextAuth writes the session cookie again on each read, with the secret that the request came with: that would
 * undo a rotation which it raced with. It clears it when it finds nobody, and with it the reason that the log-in
 * page could give.
 */
async function ownLines(
  { cookie, former }: OpenedDoor,
  action: string,
  { outcome }: Crossing,
  request: NextRequest,
): Promise<readonly string[]> {
  const gone = (await former(request.headers)).map(({ name, options }) =>
    clearCookieLine(name, options),
  )
  if (outcome?.kind === "issued") {
    const { secret, token } = outcome.issued
    return [...gone, cookie.set(secret, token)]
  }
  if (action === "signout" && outcome?.kind === "logged_out") {
    return [...gone, cookie.clear()]
  }
  return gone
}
