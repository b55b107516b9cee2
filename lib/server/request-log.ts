import type { IncomingMessage, ServerResponse } from "node:http"
import type { Logger } from "pino"
import { idOf } from "@/lib/server/request/request-id"

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
    const facts = { method, path: url?.split("?")[0], status: response.statusCode, ms }
    // It closes outside of what runs under the id.
    log.debug({ request: idOf(response), ...facts }, "request")
  })
}
