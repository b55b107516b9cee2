/**
 * Serves Next.
 *
 * `next start` believes a client's own X-Forwarded-For. This server knows the socket's address and
 * passes it on in its own header, and it lets requests finish before it stops.
 */
import { once } from "node:events"
import { createServer, type Server } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import next from "next"
import { authentication } from "@/authentication"
import { connection } from "@/lib/db/client"
import { sweepChannel } from "@/lib/db/desk/sweep-store"
import { keepHouse } from "@/lib/db/keep-house"
import { listener } from "@/lib/db/listener"
import { goLive } from "@/lib/db/live"
import { isOutage } from "@/lib/db/outage"
import { parts } from "@/lib/db/parts"
import { closeRefusalsRegularly } from "@/lib/db/refusal-counts"
import { workOnSweeps } from "@/lib/db/sweep-worker"
import { hearActs } from "@/lib/db/users/told-acts"
import { log } from "@/lib/log"
import { startMail } from "@/lib/mail/start"
import { openPlaces } from "@/lib/places/open"
import { keepPlaces } from "@/lib/places/places"
import { sendToLog } from "@/lib/server/console-to-log"
import { maxConnections } from "@/lib/server/descriptors"
import { openDoor } from "@/lib/server/door"
import { serverOptions } from "@/lib/server/request/limits"
import { settings } from "@/lib/settings"
import type { AuditEntry } from "@/lib/users/ports/stores"

export interface RunningServer {
  /** Takes no more requests, lets those under way finish, and resolves. */
  readonly stop: () => Promise<void>
}

/** Docker kills ten seconds after it has asked to stop. What is given back to the database comes after this. */
const DRAIN_MS = 8_000

/** Rejects with EADDRINUSE where another program has the port. */
export async function serve(): Promise<RunningServer> {
  const { host, port, isProduction, places: placeSettings } = settings()
  const places = placeSettings && (await openPlaces(placeSettings, log()))
  if (places) keepPlaces(places)
  const server = createServer(serverOptions)
  // Next puts an ear for WebSockets on it, which only its development mode needs: in production any
  // upgrade would wait there for ever, so that it gets a server that never listens.
  const webSockets = isProduction ? createServer() : server
  const app = next({ dev: !isProduction, port, hostname: "localhost", httpServer: webSockets })
  await app.prepare()

  openDoor(server, app.getRequestHandler(), { ...settings(), log: log() })
  server.listen(port, host)
  await once(server, "listening")
  // From here on its words may be a client's; until then they say why it does not start.
  if (isProduction) sendToLog(console, log(), isOutage)
  hearActs(logAct)
  const live = goLive(log(), { maxStreams: Math.floor(maxConnections() / 2) })
  const mail = startMail()
  const sweeps = workOnSweeps(connection(), parts(), log())
  const stopHearing = listener().on(sweepChannel, sweeps.nudge)
  const house = keepHouse(connection(), authentication.retention, log())
  const refusals = closeRefusalsRegularly(connection(), log())

  return {
    async stop() {
      house.stop()
      refusals.stop()
      places?.stop()
      stopHearing()
      live.endStreams()
      await Promise.all([drain(server), mail.stop(), sweeps.stop()])
      await live.stop()
      await Promise.race([app.close(), sleep(1_000, undefined, { ref: false })])
    },
  }
}

/** Ids and words of ours. The audit log keeps the same; this is for those who watch the machine. */
function logAct({ action, actorId, targetId, reason, scope, count, address }: AuditEntry): void {
  // The door of log-ins tells more of these.
  if (action === "log_in_failed" || action === "log_in_throttled") return
  log().info(
    { act: action, actor: actorId, target: targetId, reason, scope, count, address },
    "act",
  )
}

/** Takes no more requests, and lets those under way finish, if they can. */
async function drain(server: Server) {
  const closed = once(server, "close")
  server.close()
  const tidying = setInterval(() => server.closeIdleConnections(), 50)
  await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })])
  clearInterval(tidying)
  server.closeAllConnections()
}
