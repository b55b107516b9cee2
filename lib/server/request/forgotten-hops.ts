import type { IncomingMessage } from "node:http"
import type { Logger } from "pino"

/**
 * Warns once where a proxy stands before the app and the app was not told: without their addresses all
 * of its clients are one, whose failures shut everyone out.
 */
export function forgottenHops(log: Logger, trustedProxyHops: number) {
  let isDone = trustedProxyHops > 0

  return ({ headers }: IncomingMessage): void => {
    const isForwarded = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined
    if (isDone || !isForwarded) return
    isDone = true
    log.warn(
      "A request came with X-Forwarded-For, and TRUSTED_PROXY_HOPS is 0: all clients of a proxy then count as one, and wrong passwords of one shut out the others. Set TRUSTED_PROXY_HOPS to the number of your own proxies. If you have none, a client made the header up, and it was ignored.",
    )
  }
}
