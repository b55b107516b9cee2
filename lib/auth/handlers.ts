import "server-only"
import { NextRequest, NextResponse } from "next/server"
import { handlers } from "@/auth"
import { stores } from "@/lib/db/stores"
import { knownDeviceCookie } from "./known-device"
import { logInContext } from "./log-in"
import { type LogInContext, runLogIn } from "./log-in-context"
import { clearBrowser } from "./log-out-response"
import { intentCookieName } from "./provider-intent"
import { cookieOptions, sessionCookieName, sessionCookieOptions } from "./session-cookie"

type Handler = (request: NextRequest) => Promise<Response>

/** NextAuth's own endpoints, held to the rules of every other path. */
export const GET = guarded(handlers.GET)
export const POST = guarded(handlers.POST)

function guarded(handler: Handler): Handler {
  return async (request) => {
    const [action = "", provider = ""] = request.nextUrl.pathname
      .replace("/api/auth/", "")
      .split("/")
    const context = await logInContext(provider === "credentials" ? "password" : provider)
    const isCallback = action === "callback"
    const answered = await runLogIn(context, () =>
      handler(isCallback ? withoutSession(request) : request),
    )
    if (context.isOutage) return outage()

    const response = withoutSessionCookie(answered)
    if (isCallback) await handOver(response, context)
    if (action === "signout" && request.method === "POST") clearBrowser(response)
    if (context.failure === "changed_meanwhile" && response.headers.has("Location")) {
      response.headers.set("Location", "/login?error=changed_meanwhile")
    }
    return response
  }
}

/**
 * A callback that saw the browser's session would keep its secret, or link the provider's account to
 * whoever is logged in. Here a callback starts a new session, and linking is the security page's act.
 */
function withoutSession(request: NextRequest): NextRequest {
  const stripped = new NextRequest(request)
  stripped.cookies.delete(sessionCookieName)
  return stripped
}

/**
 * NextAuth writes the session cookie again on each read, with the secret that the request came with:
 * that would undo a rotation which it raced with, and make the cookie outlive the browser.
 */
function withoutSessionCookie(answered: Response): NextResponse {
  const response = new NextResponse(answered.body, answered)
  response.headers.delete("Set-Cookie")
  for (const line of answered.headers.getSetCookie()) {
    if (!line.startsWith(`${sessionCookieName}=`)) response.headers.append("Set-Cookie", line)
  }
  response.headers.set("Cache-Control", "no-store")
  return response
}

/** Gives the browser what this callback issued, in our own terms. */
async function handOver(
  response: NextResponse,
  { issued, intent, knownPeople }: LogInContext,
): Promise<void> {
  if (intent) response.cookies.set(intentCookieName, "", { ...cookieOptions, maxAge: 0 })
  if (!issued) return
  response.cookies.set(sessionCookieName, issued.secret, sessionCookieOptions(issued.token))
  const owner = await stores().users.find(issued.token.userId)
  if (!owner) return
  const known = await knownDeviceCookie(knownPeople, owner.email)
  response.cookies.set(known.name, known.value, known.options)
}

/** An outage is not a log-out: the cookie stays as it is. */
function outage(): Response {
  const headers = { "Cache-Control": "no-store", "Retry-After": "5" }
  return Response.json(
    { error: "The session cannot be checked just now. You are not logged out." },
    { status: 503, headers },
  )
}
