import { randomBytes } from "node:crypto"
import type { IncomingHttpHeaders, IncomingMessage } from "node:http"
import { clientAddress } from "./client-address"
import { limits } from "./limits"

export interface Surroundings {
  /** Where people reach the app. */
  readonly authUrl: URL
  readonly trustedProxyHops: number
}

/**
 * What Next, our proxy.ts and platforms tell each other in headers. No browser sends one of them, and a
 * client that does pretends to be one of those.
 */
const internal =
  /^(?:x-loe-|x-middleware-|x-invoke-|x-now-|x-vercel-|x-next-|x-prerender-|x-action-|x-nextjs-(?!(?:html-)?request-id$)|next-(?!action$|url$|router-|hmr-refresh$)|x-matched-path$|x-nonce$|content-security-policy|set-cookie$)/

/** Next asks this process for the page that an action redirects to, with the headers of the request before. */
const ownMark = randomBytes(16).toString("hex")

/** Whether this process sent it to itself, to answer another request that is already let in. */
export const isFromOurselves = ({ headers }: IncomingMessage) => headers["x-loe-own"] === ownMark

/** Replaces whatever a client wrote into the headers that the app believes. */
export function writeOwnHeaders(request: IncomingMessage, surroundings: Surroundings): void {
  const { headers, socket, method = "GET", url = "/" } = request
  const { trustedProxyHops } = surroundings
  const isOurs = isFromOurselves(request)
  const known = headers["x-loe-address"]
  for (const name of Object.keys(headers)) {
    if (internal.test(name) && !(isOurs && name.startsWith("x-action-"))) delete headers[name]
  }
  const forwarded = headers["x-forwarded-for"]?.toString()
  const address = isOurs ? known : clientAddress(socket.remoteAddress, forwarded, trustedProxyHops)
  if (address) headers["x-loe-address"] = address
  headers["x-loe-path"] = withoutRouterMark(url)
  headers["x-loe-method"] = method
  headers["x-loe-own"] = ownMark
  if (headers["user-agent"]) {
    headers["user-agent"] = headers["user-agent"].slice(0, limits.userAgent)
  }
  writeHost(headers, surroundings)
}

/**
 * Next compares a form's origin with the host. A proxy may pass on another than people type, as nginx's
 * `$host` does, which has no port: a request from AUTH_URL's own pages counts as sent to AUTH_URL.
 *
 * The scheme is never passed on. Next would ask itself for pages by it, and this server speaks no TLS.
 */
function writeHost(headers: IncomingHttpHeaders, { authUrl, trustedProxyHops }: Surroundings) {
  const isAtHome = headers.origin === authUrl.origin
  if (isAtHome) headers.host = authUrl.host
  if (isAtHome || trustedProxyHops === 0) delete headers["x-forwarded-host"]
  if (trustedProxyHops === 0) delete headers["x-forwarded-for"]
  delete headers["x-forwarded-port"]
  delete headers["x-forwarded-proto"]
}

/** Next marks the requests that its router makes, but the mark is not a part of the address. */
function withoutRouterMark(url: string): string {
  const [path = "/", ...rest] = url.split("?")
  const kept = rest
    .join("?")
    .split("&")
    .filter((pair) => pair && !pair.startsWith("_rsc="))
  return kept.length > 0 ? `${path}?${kept.join("&")}` : path
}
