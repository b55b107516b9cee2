import type { IncomingMessage, Server, ServerResponse } from "node:http"
import type { Duplex } from "node:stream"

interface Connection {
  answering: ServerResponse | undefined
  readonly waiting: (() => void)[]
  isClosing: boolean
}

export interface Connections {
  /** Runs the work once the requests that came before on the same connection have been answered. */
  readonly inTurn: (request: IncomingMessage, response: ServerResponse, turn: Turn) => void
  /** Whether a part of an answer is on its way, so that nothing else may be written between. */
  readonly isAnswering: (socket: Duplex) => boolean
}

interface Turn {
  readonly work: () => void
  /** Instead of the work, where more requests wait than may. */
  readonly tooMany: () => void
}

/**
 * Watches the connections of a server: each has one request answered at a time, and of too many at once
 * the one goes that has been without a request for longest. So a client that opens any number and sends
 * nothing keeps nobody out.
 */
export function watchConnections(
  server: Server,
  { connections: max, pipelined }: { readonly connections: number; readonly pipelined: number },
): Connections {
  const open = new Map<Duplex, Connection>()
  const idle = new Set<Duplex>()

  server.on("connection", (socket) => {
    open.set(socket, { answering: undefined, waiting: [], isClosing: false })
    idle.add(socket)
    socket.once("close", () => {
      open.delete(socket)
      idle.delete(socket)
    })
    const [longestIdle] = idle
    if (open.size > max) longestIdle?.destroy()
  })

  return {
    inTurn({ socket }, response, { work, tooMany }) {
      const connection = open.get(socket)
      if (!connection || connection.isClosing) return
      const start = () => {
        connection.answering = response
        idle.delete(socket)
        response.once("close", () => {
          connection.answering = undefined
          if (open.has(socket)) idle.add(socket)
          connection.waiting.shift()?.()
        })
        work()
      }
      if (!connection.answering) return start()
      if (connection.waiting.length < pipelined) return void connection.waiting.push(start)
      connection.isClosing = true
      tooMany()
    },
    isAnswering: (socket) => open.get(socket)?.answering?.headersSent ?? false,
  }
}
