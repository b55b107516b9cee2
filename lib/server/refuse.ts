import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http"
import type { Duplex, Readable } from "node:stream"
import type { Logger } from "pino"
import { refusedMark } from "@/lib/refused-mark"
import { limits } from "@/lib/server/request/limits"
import { words } from "@/lib/texts/words"
import { plainPage } from "./plain-page"
import { type Reason, type RefusalStatus, reasons } from "./reasons"
import { hasBody } from "./refusal"
import { refusalLog } from "./refusal-log"

export interface Refuser {
  /**
   * Answers in the form that the client reads, and then lets it finish: a client that is still sending
   * would not hear the answer.
   */
  readonly refuse: (
    request: IncomingMessage,
    response: ServerResponse,
    reason: Reason,
    retryAfterS?: number,
  ) => void
  /** The same for what never became a request: Node has nothing to answer it with. */
  readonly refuseSocket: (socket: Duplex, reason: Reason) => void
}

export function refuser(log: Logger): Refuser {
  const logRefusal = refusalLog(log)

  return {
    refuse(request, response, reason, retryAfterS) {
      logRefusal(reason, request)
      const status = reasons[reason]
      const { content, headers } = answerFor(request, status)
      response.writeHead(status, {
        ...headers,
        "Content-Length": Buffer.byteLength(content),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        // For a page's own script: the status alone may be another server's on the way.
        "X-Loe-Refusal": reason,
        // A client that may come back keeps its connection: a new one costs more than the refusal.
        ...(retryAfterS === undefined
          ? { Connection: "close" }
          : { "Retry-After": String(retryAfterS) }),
      })
      if (request.method !== "HEAD") response.write(content)
      hearOut(request, () => response.end())
    },

    refuseSocket(socket, reason) {
      logRefusal(reason)
      const status = reasons[reason]
      socket.once("error", () => socket.destroy())
      if (socket.writable)
        socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`)
      hearOutSocket(socket)
    },
  }
}

function answerFor({ method, url = "", headers }: IncomingMessage, status: RefusalStatus) {
  const t = words("door")
  const [title, detail] = [t(`http${status}.title`), t(`http${status}.detail`)]
  const as = (type: string, content: string) => ({ content, headers: { "Content-Type": type } })
  if (url.startsWith("/api/v1/")) {
    const problem = { type: "about:blank", title, detail, status }
    return as("application/problem+json", JSON.stringify(problem))
  }
  // Next hands the text on to the page if it is plain and nothing more is said of it.
  if (headers["next-action"]) return as("text/plain", `${refusedMark}${title}. ${detail}`)
  if (!headers.accept?.includes("text/html")) {
    return as("text/plain; charset=utf-8", `${title}. ${detail}\n`)
  }
  return plainPage({
    title,
    detail,
    retry: method === "GET" ? words("failures")("retry") : undefined,
  })
}

function hearOut(request: IncomingMessage, done: () => void): void {
  // What asks for leave to send has sent nothing, and will not.
  const hasNothing = !hasBody(request.headers) || request.headers.expect !== undefined
  if (hasNothing || request.readableEnded || request.destroyed) {
    done()
    return
  }
  hearRest(request, done)
}

/** Hears a sender to its end, or for as much as is ignored. */
function hearRest(sender: Readable, done: () => void): void {
  let heard = 0
  const finish = () => {
    sender.off("data", hear).off("end", finish).off("close", finish)
    done()
  }
  const hear = (chunk: Buffer) => {
    heard += chunk.length
    if (heard > limits.ignoredBytes) finish()
  }
  sender.on("data", hear).once("end", finish).once("close", finish)
}

/** A socket that is closed while its client sends takes the answer with it. One that never ends is not waited for. */
function hearOutSocket(socket: Duplex): void {
  const destroy = () => socket.destroy()
  const timer = setTimeout(destroy, limits.ignoredMs)
  socket.once("close", () => clearTimeout(timer))
  // Node's own listener would hand the rest to the parser, which has failed.
  hearRest(socket.removeAllListeners("data"), destroy)
}
