import type { IncomingMessage, ServerResponse } from "node:http"
import type { Logger } from "pino"

/** Without the query, which may hold the secret of a link. */
export function logWhenDone(
  log: Logger,
  { method, url }: IncomingMessage,
  response: ServerResponse,
): void {
  if (!log.isLevelEnabled("debug")) return
  const startedAt = performance.now()
  response.once("close", () => {
    const ms = Math.round(performance.now() - startedAt)
    log.debug({ method, path: url?.split("?")[0], status: response.statusCode, ms }, "request")
  })
}
