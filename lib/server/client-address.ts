import { isIP } from "node:net"

/**
 * The client's address, as far as it can be believed.
 *
 * Each proxy appends the address that it saw to `X-Forwarded-For`, so with n trusted proxies the
 * n-th from the right is the last that one of them wrote. What stands left of it is the client's
 * own claim. Where nothing believable stands there, it is the address of the socket.
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | undefined,
  trustedHops: number,
): string | undefined {
  const claims = forwardedFor?.split(",") ?? []
  const claim = trustedHops > 0 ? claims.at(-trustedHops) : undefined
  return parseAddress(claim) ?? parseAddress(socket)
}

/** Some proxies write the port too: "192.0.2.1:50000", "[2001:db8::1]:50000". */
function parseAddress(text = ""): string | undefined {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1$2")
  const address = bare.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "")
  return isIP(address) ? address : undefined
}
