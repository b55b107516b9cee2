import { type NextRequest, NextResponse } from "next/server"
import { type LogInContext, runLogIn } from "./log-in-context"
import { clearBrowser } from "./log-out-response"
import { isSessionCookie, isSessionPiece, withoutCookies } from "./nextauth-cookies"
import { isFromOurPages } from "./request"
import { sessionCookieName, sessionCookieOptions } from "./session-cookie"

type Handler = (request: NextRequest) => Promise<Response>

export interface LogInEdges {
  /** What the request brings to a log-in by this method ("password", or a provider's id). */
  readonly open: (method: string, request: NextRequest) => Promise<LogInContext>
  /** The request of a callback as NextAuth is to see it, where its cookies are kept in another way. */
  readonly comingBack?: (request: NextRequest) => NextRequest
  /** What else the browser is given after a callback, beside its session. */
  readonly handOver: (
    response: NextResponse,
    context: LogInContext,
    request: NextRequest,
  ) => Promise<void>
  /** The page to which a refused log-in returns, with `?error=` and why. */
  readonly loginPath: string
}

/** Holds one of NextAuth's handlers to the rules of every other path. */
export function guarded(
  handler: Handler,
  { open, comingBack, handOver, loginPath }: LogInEdges,
): Handler {
  return async (request) => {
    const [action, provider = ""] = request.nextUrl.pathname
      .replace(/^.*\/api\/auth\//, "")
      .split("/")
    const isCallback = action === "callback"
    const isProviders = isCallback && provider !== "credentials"
    if (request.method === "POST" && !isProviders && !isFromOurPages(request.headers)) {
      return new Response("Send this from a page of this app.", { status: 403 })
    }
    if (!isAddress(request.nextUrl.searchParams.get("callbackUrl") ?? "/", request)) {
      return new Response("The callbackUrl is no address.", { status: 400 })
    }
    const context = await open(provider === "credentials" ? "password" : provider, request)
    const asked = forNextAuth(isCallback && comingBack ? comingBack(request) : request, isCallback)
    const answered = await runLogIn(context, () => handler(asked))
    if (context.isOutage) return outage()

    const response = withoutSessionCookie(answered)
    const { issued, failure } = context
    if (isCallback && issued) {
      response.cookies.set(sessionCookieName, issued.secret, sessionCookieOptions(issued.token))
    }
    if (isCallback) await handOver(response, context, request)
    if (action === "signout" && context.isLoggedOut) clearBrowser(response)
    if (isCallback && failure && !issued && response.headers.has("Location")) {
      response.headers.set("Location", `${loginPath}?error=${failure}`)
    }
    return response
  }
}

/**
 * A callback that saw the browser's session would keep its secret, or link the provider's account to the
 * person who is logged in. Here a callback starts a new session, and linking is the security page's act.
 *
 * An invalid URL in the callback cookie makes NextAuth throw (500), so such a cookie is dropped.
 */
function forNextAuth(request: NextRequest, isCallback: boolean): NextRequest {
  const isHidden = isCallback ? isSessionCookie : isSessionPiece
  return withoutCookies(
    request,
    (name, value) =>
      isHidden(name) || (name === callbackCookieName && !isAddress(decoded(value), request)),
  )
}

const callbackCookieName = "__Secure-authjs.callback-url"

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

const isAddress = (text: string, { nextUrl }: NextRequest) =>
  URL.canParse(text, text.startsWith("/") ? nextUrl.origin : undefined) &&
  /^https?:/.test(new URL(text, nextUrl.origin).protocol)

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

/** An outage is not a log-out: the cookie stays as it is. */
function outage(): Response {
  return Response.json(
    { error: "The session cannot be checked just now. You are not logged out." },
    { status: 503, headers: { "Cache-Control": "no-store", "Retry-After": "5" } },
  )
}
