import type { NextRequest } from "next/server.js"
import { outage, withoutCookies, withReason } from "./answers.ts"
import { clearCookieLine } from "./cookies/request-cookies.ts"
import { type Crossing, cross } from "./crossing.ts"
import type { LogInFailure } from "./door.ts"
import { endOfJourney, hasJourney, journeyOf } from "./linking.ts"
import type { Open, OpenedDoor } from "./opened-door.ts"
import type { Tokens } from "./tokens.ts"

type Handler = (request: NextRequest) => Promise<Response>

/**
 * One of NextAuth's handlers, held to the rules of rows: a log-in takes a mark first, only a log-in and a log-out
 * write the session cookie, and a store that cannot answer is an outage (503).
 */
export function guardedHandler(loe: Tokens, handler: Handler, open: Open): Handler {
  return async (request) => {
    const asked = actionOf(request)
    const door = await open(request)
    const crossing = await begin(loe, door, asked, request)
    if (crossing === "outage") return outage()
    if (crossing === "session_ended") return sessionEnded(door)

    const answered = await cross(crossing, () => handler(request))
    if (crossing.outcome?.kind === "outage") return outage()
    const kept = withoutCookies(answered, (name) => name.startsWith(door.cookie.name))
    const response = await withReason(kept, crossing, door.loginPath)
    for (const line of await ownLines(door, asked, crossing, request)) {
      response.headers.append("Set-Cookie", line)
    }
    return response
  }
}

interface Asked {
  readonly action: string
  readonly provider: string
}

/** `POST /api/auth/callback/github`: "callback" and "github". */
function actionOf({ nextUrl: { pathname } }: NextRequest): Asked {
  const found = new RegExp(`/(${actions.join("|")})(?:/([^/]+))?/?$`).exec(pathname)
  return { action: found?.[1] ?? "", provider: found?.[2] ?? "" }
}

const actions = [
  ...["callback", "signin", "signout", "session", "csrf", "providers", "error"],
  ...["verify-request", "webauthn-options"],
]

/** The account that came back is linked to nobody, and logs nobody in: that was not asked for. */
function sessionEnded(door: OpenedDoor) {
  const { loginPath = "/api/auth/signin" } = door
  const failure: LogInFailure = "session_ended"
  const headers = { Location: `${loginPath}?error=${failure}`, "Set-Cookie": endOfJourney(door) }
  return new Response(null, { status: 302, headers })
}

async function begin(
  loe: Tokens,
  door: OpenedDoor,
  { action, provider }: Asked,
  request: NextRequest,
): Promise<Crossing | "outage" | "session_ended"> {
  const { headers, method } = request
  const seen = { touches: false }
  try {
    const journey = action === "callback" ? await journeyOf(loe, door, request, provider) : "none"
    if (journey === "ended") return "session_ended"
    if (journey === "live") return door.read(headers, seen)
    if (action === "callback") {
      const isRegistering = door.isPasskey(provider) && (await registers(request))
      return await door.logIn(headers, isRegistering ? seen : null)
    }
    // What is mailed then rests on the mark as well.
    return action === "signin" && method === "POST"
      ? await door.logIn(headers, null)
      : door.read(headers, seen)
  } catch (error) {
    door.report(error)
    return "outage"
  }
}

/** A person who is logged in registers a passkey, and must be seen to be. */
async function registers(request: NextRequest): Promise<boolean> {
  const text = await request.clone().text()
  const isJson = request.headers.get("content-type")?.includes("application/json")
  return isJson
    ? /"action"\s*:\s*"register"/.test(text)
    : new URLSearchParams(text).get("action") === "register"
}

/**
 * NextAuth writes the session cookie again on each read, with the secret that the request came with: that would
 * undo a rotation which it raced with. It clears it when it finds nobody, and with it the reason that the log-in
 * page could give.
 */
async function ownLines(
  door: OpenedDoor,
  { action }: Asked,
  { outcome }: Crossing,
  { headers }: NextRequest,
): Promise<readonly string[]> {
  const gone = (await door.former(headers)).map(({ name, options }) =>
    clearCookieLine(name, options),
  )
  // One callback is all that a journey is good for, and somebody who logs in is on none.
  if (hasJourney(door, headers) && /^(?:callback|signin)$/.test(action)) {
    gone.push(endOfJourney(door))
  }
  if (outcome?.kind === "issued") {
    const { secret, token } = outcome.issued
    return [...gone, door.cookie.set(secret, token)]
  }
  if (action === "signout" && outcome?.kind === "logged_out") {
    return [...gone, door.cookie.clear()]
  }
  return gone
}
