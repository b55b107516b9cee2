import type { IncomingMessage } from "node:http"
import { clientAddress } from "./client-address"

/** Replaces whatever a client wrote into the headers that the app believes. */
export function writeOwnHeaders(
  { headers, socket, method = "GET", url = "/" }: IncomingMessage,
  trustedProxyHops: number,
): void {
  const forwarded = headers["x-forwarded-for"]?.toString()
  const address = clientAddress(socket.remoteAddress, forwarded, trustedProxyHops)
  delete headers["x-loe-address"]
  if (address) headers["x-loe-address"] = address
  headers["x-loe-path"] = withoutRouterMark(url)
  headers["x-loe-method"] = method
  if (trustedProxyHops > 0) return
  for (const name of ["for", "host", "port", "proto"]) delete headers[`x-forwarded-${name}`]
}

/** Next marks the requests of its own router, which is not a part of the address. */
function withoutRouterMark(url: string): string {
  const [path = "/", ...rest] = url.split("?")
  const kept = rest
    .join("?")
    .split("&")
    .filter((pair) => pair && !pair.startsWith("_rsc="))
  return kept.length > 0 ? `${path}?${kept.join("&")}` : path
}
