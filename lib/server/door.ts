import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http"
import { fillFailedPage } from "./failed-page"
import { writeOwnHeaders } from "./own-headers"
import { refusalOf, wholeForm } from "./refusal"
import { logWhenDone } from "./request-log"

export interface DoorOptions {
  readonly isProduction: boolean
  readonly trustedProxyHops: number
}

/** The one way in: whatever a client sends passes here, and what is let through goes to the answer. */
export function openDoor(
  server: Server,
  answer: RequestListener,
  { isProduction, trustedProxyHops }: DoorOptions,
): void {
  server.on("request", (request, response) => {
    writeOwnHeaders(request, trustedProxyHops)
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
}

/** Reads to the end first: whoever is still sending would not hear the answer. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number) {
  response.writeHead(status, { Connection: "close" })
  if (request.readableEnded) response.end()
  else request.resume().once("end", () => response.end())
}
