import "server-only"
import { handlers } from "@/auth"
import { browserCookie } from "./browser-cookie"
import { guarded, type LogInEdges } from "./guarded"
import { logInContext } from "./log-in"
import { readIntent } from "./provider-intent"
import { magicLinkProviderId } from "./providers"
import { logRefusedLogIn } from "./refused-log-in"
import { cookieOptions } from "./session-cookie"
import { comingBack, tripOf } from "./trip-cookie"

const edges: LogInEdges = {
  loginPath: "/login",
  open: async (method, request) => logInContext(method, await readIntent(tripOf(request))),
  comingBack,
  async handOver(response, context, request) {
    logRefusedLogIn(context)
    const trip = tripOf(request)
    if (trip) response.cookies.set(trip.cookieName, "", { ...cookieOptions, maxAge: 0 })
    if (!context.remembered) return
    const { name, value, options } = browserCookie(context.remembered)
    response.cookies.set(name, value, options)
  },
}

/** NextAuth's own endpoints. */
export const GET = withoutMail(guarded(handlers.GET, edges))
export const POST = withoutMail(guarded(handlers.POST, edges))

/**
 * NextAuth uses a mailed link up when it is opened, and mail scanners open links. Links are mailed and
 * used by pages of ours; from outside, the provider's endpoints are not there.
 */
function withoutMail(handler: typeof handlers.GET): typeof handlers.GET {
  return async (request) => {
    const isMail = request.nextUrl.pathname.endsWith(`/${magicLinkProviderId}`)
    return isMail ? new Response(null, { status: 404 }) : handler(request)
  }
}
