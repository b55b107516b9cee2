import type { IncomingMessage } from "node:http"
import type { Logger } from "pino"
import { type Reason, reasons } from "./reasons"

const windowMs = 60_000
const linesPerWindow = 10

export type LogRefusal = (reason: Reason, request?: IncomingMessage) => void

/**
 * Says once why a request was refused. A reason that comes again and again is counted instead, and told
 * at the end of its minute: clients that are refused must not fill the disk of the log.
 */
export function refusalLog(log: Logger): LogRefusal {
  const counts = new Map<Reason, number>()

  const closeWindow = (reason: Reason) => {
    const more = (counts.get(reason) ?? 0) - linesPerWindow
    counts.delete(reason)
    if (more > 0) log.info({ reason, status: reasons[reason], more }, "requests refused")
  }

  return (reason, request) => {
    const count = counts.get(reason) ?? 0
    counts.set(reason, count + 1)
    if (count === 0) setTimeout(closeWindow, windowMs, reason).unref()
    if (count >= linesPerWindow) return
    log.info({ reason, status: reasons[reason], ...facts(reason, request) }, "request refused")
  }
}

/** Without the query, which may hold the secret of a link. */
function facts(reason: Reason, request?: IncomingMessage) {
  if (!request) return {}
  const { method, url, headers } = request
  const path = cut(url?.split("?")[0])
  if (reason !== "foreign_origin") return { method, path }
  // What an operator compares with AUTH_URL where a proxy passes on another host than people type.
  return { method, path, origin: cut(headers.origin), host: cut(headers.host) }
}

const cut = (text?: string) => text?.slice(0, 200)
