import "server-only"
import { handlers } from "@/auth"
import { stores } from "@/lib/db/stores"
import { guarded, type LogInEdges } from "./guarded"
import { knownDeviceCookie } from "./known-device"
import { logInContext } from "./log-in"
import { intentCookieName } from "./provider-intent"
import { magicLinkProviderId } from "./providers"
import { logRefusedLogIn } from "./refused-log-in"
import { cookieOptions } from "./session-cookie"

const edges: LogInEdges = {
  loginPath: "/login",
  open: logInContext,
  async handOver(response, context) {
    logRefusedLogIn(context)
    const { issued, intent, knownPeople } = context
    if (intent) response.cookies.set(intentCookieName, "", { ...cookieOptions, maxAge: 0 })
    const owner = issued && (await stores().users.find(issued.token.userId))
    if (!owner) return
    const known = await knownDeviceCookie(knownPeople, owner.email)
    response.cookies.set(known.name, known.value, known.options)
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
