import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http"
import type { Logger } from "pino"
import type { OfferedLanguages } from "@/lib/language-settings"
import { forgottenHops } from "@/lib/server/request/forgotten-hops"
import { languageFor } from "@/lib/server/request/language"
import { limits, silenceMs } from "@/lib/server/request/limits"
import { type Surroundings, writeOwnHeaders } from "@/lib/server/request/own-headers"
import { answerUnderId } from "@/lib/server/request/request-id"
import { isAhead } from "@/lib/server/request/router-headers"
import { inLanguage } from "@/lib/texts/language"
import { admission } from "./admission"
import { compress } from "./compress"
import { watchConnections } from "./connections"
import { maxConnections } from "./descriptors"
import { fillFailedPage } from "./failed-page"
import { keptFiles } from "./kept-files"
import { fillNotFound } from "./not-found"
import type { Reason } from "./reasons"
import { refusalOf } from "./refusal"
import { refuser } from "./refuse"
import { logWhenDone } from "./request-log"
import { wholeRequest } from "./whole-request"

export interface DoorOptions extends Surroundings {
  readonly languages: OfferedLanguages
  readonly isProduction: boolean
  readonly log: Logger
  /** How many connections there may be; as many as the process has descriptors for, if it is not said. */
  readonly connections?: number
}

const twoYears = "max-age=63072000"

/**
 * The one way in: whatever a client sends passes here, in whichever event of Node's it arrives, and what
 * is let through goes to the answer.
 *
 * Nobody listens for upgrades. Node then takes such a request for one that did not ask (RFC 9110 7.8).
 */
export function openDoor(server: Server, answer: RequestListener, options: DoorOptions): void {
  const { isProduction, authUrl, log, connections: max = maxConnections() } = options
  const { pipelined } = limits
  const connections = watchConnections(server, { connections: max, pipelined })
  const { refuse, refuseSocket } = refuser(log)
  const admit = admission()
  const answerKept = keptFiles()
  const warnOfForgottenHops = forgottenHops(log, options.trustedProxyHops)

  const receive = (request: IncomingMessage, response: ServerResponse, isContinued = false) => {
    warnOfForgottenHops(request)
    if (authUrl.protocol === "https:") response.setHeader("Strict-Transport-Security", twoYears)
    writeOwnHeaders(request, options)
    logWhenDone(log, request, response)
    const refusal = refusalOf(request, options)
    if (!refusal && isProduction && answerKept(request, response)) return
    compress(request, response)
    // In development Next shows the error itself.
    if (isProduction) {
      fillFailedPage(request, response)
      fillNotFound(response)
    }
    if (refusal) return refuse(request, response, refusal)
    if (isAhead(request.headers) && !isPublicFile(request)) return answerAhead(response)
    if (isContinued) allowBody(request, response)
    wholeRequest(request).then(
      (whole) => {
        if (typeof whole === "string") return refuse(request, response, whole)
        return admit(whole, response, {
          work: () => answer(whole, response),
          refuse: (overload, retryAfterS) => refuse(request, response, overload, retryAfterS),
        })
      },
      // The one who was sending has gone.
      () => response.destroy(),
    )
  }
  /** In its turn on its connection, under an id of ours and in its language. */
  const inTurn = (request: IncomingMessage, response: ServerResponse, answerIt: () => void) => {
    const language = languageFor(request.headers, options.languages)
    connections.inTurn(request, response, {
      work: () => inLanguage(language, () => answerUnderId(request, response, answerIt)),
      tooMany: () => inLanguage(language, () => refuse(request, response, "pipelined")),
    })
  }

  server
    .on("request", (request, response) =>
      inTurn(request, response, () => receive(request, response)),
    )
    .on("checkContinue", (request, response) =>
      inTurn(request, response, () => receive(request, response, true)),
    )
    .on("checkExpectation", (request, response) =>
      inTurn(request, response, () => refuse(request, response, "expectation")),
    )
    .on("connect", (_, socket) => refuseSocket(socket, "connect"))
    .on("clientError", (error: NodeJS.ErrnoException, socket) => {
      const reason = reasonOf(error)
      if (reason === undefined || connections.isAnswering(socket)) socket.destroy()
      else refuseSocket(socket, reason)
    })
  // In development Next keeps a connection open that may say nothing for long.
  if (isProduction) server.setTimeout(silenceMs)
}

/** Undefined where the client has gone, which is no fault of its request. */
function reasonOf({ code = "" }: NodeJS.ErrnoException): Reason | undefined {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "slow"
  if (code === "HPE_HEADER_OVERFLOW") return "headers"
  return code.startsWith("HPE_") && code !== "HPE_INVALID_EOF_STATE" ? "malformed" : undefined
}

/**
 * A page that is fetched ahead is shown later, when its session may be over, and is read without any
 * activity of its person. Browsers take this answer for none, and ask again when they need the page.
 */
function answerAhead(response: ServerResponse): void {
  response.writeHead(204, { "Cache-Control": "no-store" }).end()
}

/** Named after its content, and the same for everyone. */
const isPublicFile = ({ url }: IncomingMessage) => url?.startsWith("/_next/static/")

function allowBody(request: IncomingMessage, response: ServerResponse): void {
  delete request.headers.expect
  response.writeContinue()
}
