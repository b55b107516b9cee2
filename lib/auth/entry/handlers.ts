import "server-only"
import { cookies } from "next/headers"
import type { NextRequest } from "next/server"
import { handlers } from "@/auth"
import { forgetPages } from "@/lib/auth/cookies/log-out-response"
import { withoutCookies } from "@/lib/auth/cookies/nextauth-cookies"
import { cookieOptions, sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { comingBack, tripOf } from "@/lib/auth/cookies/trip-cookie"
import { magicLinkProviderId } from "@/lib/auth/providers/magic-link"
import { factsOf } from "@/lib/auth/request-facts"

type Handler = typeof handlers.GET

/** NextAuth's own endpoints, which the add-on's door holds to the rules of sessions. */
export const GET = guard(handlers.GET)
export const POST = guard(handlers.POST)

/** What our pages may ask of them, and no other site. */
function guard(handler: Handler): Handler {
  return async (request) => {
    const { pathname, searchParams } = request.nextUrl
    const [action, provider = ""] = pathname.replace(/^.*\/api\/auth\//, "").split("/")
    const isCallback = action === "callback"
    // Mailed links are used by a page of ours: mail scanners open links.
    if (provider === magicLinkProviderId) return new Response(null, { status: 404 })
    const isProviders = isCallback && provider !== "credentials"
    if (request.method === "POST" && !isProviders && !factsOf(request.headers).isFromOurPages) {
      return new Response("Send this from a page of this app.", { status: 403 })
    }
    if (!isAddress(searchParams.get("callbackUrl") ?? "/", request)) {
      return new Response("The callbackUrl is no address.", { status: 400 })
    }
    const trip = isCallback ? tripOf(request) : null
    const response = await handler(withoutBadCallback(trip ? comingBack(request) : request))
    response.headers.set("Cache-Control", "no-store")
    if (trip) (await cookies()).set(trip.cookieName, "", { ...cookieOptions, maxAge: 0 })
    if (action === "signout" && isLoggedOut(response)) forgetPages(response)
    return response
  }
}

/** The door takes the session's cookie away from a browser whose session it has ended, and from no other. */
const isLoggedOut = ({ headers }: Response) =>
  headers.getSetCookie().some((line) => line.startsWith(`${sessionCookieName}=;`))

const callbackCookieName = "__Secure-authjs.callback-url"

/** An invalid URL in the callback cookie makes NextAuth throw (500), so such a cookie is dropped. */
const withoutBadCallback = (request: NextRequest) =>
  withoutCookies(
    request,
    (name, value) => name === callbackCookieName && !isAddress(decode(value), request),
  )

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

const isAddress = (text: string, { nextUrl }: NextRequest) =>
  URL.canParse(text, text.startsWith("/") ? nextUrl.origin : undefined) &&
  /^https?:/.test(new URL(text, nextUrl.origin).protocol)
