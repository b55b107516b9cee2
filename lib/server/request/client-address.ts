import { parseNetworkAddress } from "@/lib/names/network-address"

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
  return parseNetworkAddress(claim ?? "") ?? parseNetworkAddress(socket ?? "") ?? undefined
}
