/**
 * Serves Next.
 *
 * `next start` believes a client's own X-Forwarded-For. This server knows the socket's address and
 * passes it on in a header of its own, and it lets requests finish before it stops.
 */
import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import next from "next"
import { authentication } from "@/authentication"
import { clientAddress } from "@/lib/auth/client-address"
import { refusalOf, wholeForm } from "@/lib/auth/refusal"
import { sendToLog } from "@/lib/console-to-log"
import { connection } from "@/lib/db/client"
import { expungeRegularly } from "@/lib/db/expunge-regularly"
import { log } from "@/lib/log"
import { startMail } from "@/lib/mail/start"
import { fillFailedPage } from "@/lib/outage-page"
import { settings } from "@/lib/settings"

export interface RunningServer {
  /** Takes no more requests, lets those under way finish, and resolves. */
  readonly stop: () => Promise<void>
}

const DRAIN_MS = 10_000

/** Rejects with EADDRINUSE where another program has the port. */
export async function serve(): Promise<RunningServer> {
  const { port, isProduction } = settings()
  const server = createServer()
  const app = next({ dev: !isProduction, port, hostname: "localhost", httpServer: server })
  await app.prepare()

  const answer = app.getRequestHandler()
  server.on("request", (request, response) => {
    setHeaders(request)
    logWhenDone(request, response)
    // In development Next shows the error itself.
    if (isProduction) fillFailedPage(response)
    const refusal = refusalOf(request)
    if (refusal) return refuse(request, response, refusal)
    wholeForm(request).then(
      (whole) =>
        typeof whole === "number" ? refuse(request, response, whole) : answer(whole, response),
      // Whoever was sending has gone.
      () => response.destroy(),
    )
  })
  server.listen(port)
  await once(server, "listening")
  // From here on its words may be a client's; until then they say why it does not start.
  if (isProduction) sendToLog(console, log())
  const mail = startMail()
  const expunger = expungeRegularly(connection(), authentication.retention, log())

  return {
    async stop() {
      const closed = once(server, "close")
      server.close()
      const tidying = setInterval(() => server.closeIdleConnections(), 50)
      await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })])
      clearInterval(tidying)
      server.closeAllConnections()
      expunger.stop()
      await mail.stop()
      await app.close()
    },
  }
}

/** Reads to the end first: whoever is still sending would not hear the answer. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number) {
  response.writeHead(status, { Connection: "close" })
  if (request.readableEnded) response.end()
  else request.resume().once("end", () => response.end())
}

/** Replaces whatever a client wrote into the headers that the app believes. */
function setHeaders({ headers, socket, method = "GET", url = "/" }: IncomingMessage) {
  const { trustedProxyHops } = settings()
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

/** Without the query, which may hold the secret of a link. */
function logWhenDone({ method, url }: IncomingMessage, response: ServerResponse) {
  if (!log().isLevelEnabled("debug")) return
  const startedAt = performance.now()
  response.once("close", () => {
    const ms = Math.round(performance.now() - startedAt)
    log().debug({ method, path: url?.split("?")[0], status: response.statusCode, ms }, "request")
  })
}
