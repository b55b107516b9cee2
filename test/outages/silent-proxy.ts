/** Stands between a program and its database, and can fail silent, cut, or be slow: as a network is. */
import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"

export interface SilentProxy {
  /** The database's address, by way of here. */
  readonly url: string
  /** From now on nothing gets through, and nobody is told: connections stay open, and new ones open. */
  readonly fallSilent: () => void
  readonly speakAgain: () => void
  /** Breaks every connection. New ones open. */
  readonly cut: () => void
  /** From now on what the database says comes so much later. */
  readonly delay: (ms: number) => void
  readonly close: () => void
}

export async function silentProxy(databaseUrl: string): Promise<SilentProxy> {
  const { hostname, port } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isSilent = false
  let delayMs = 0

  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) || 5432 })
    near.pipe(far)
    passLate(far, near, () => delayMs)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      if (isSilent) socket.pause()
      socket.on("error", () => {})
      socket.on("close", () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }

  const url = new URL(databaseUrl)
  url.hostname = "127.0.0.1"
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    fallSilent() {
      isSilent = true
      for (const socket of sockets) socket.pause()
    },
    speakAgain() {
      isSilent = false
      for (const socket of sockets) socket.resume()
    },
    cut,
    delay(ms) {
      delayMs = ms
    },
    close() {
      server.close()
      cut()
    },
  }
}

/** In the order in which it came, whatever the delay was then. */
function passLate(from: Socket, to: Socket, delayMs: () => number): void {
  const waiting: { readonly due: number; readonly data: Buffer }[] = []
  function pass() {
    for (let next = waiting[0]; next && next.due <= performance.now(); next = waiting[0]) {
      to.write(next.data)
      waiting.shift()
    }
  }
  from.on("data", (data) => {
    const last = waiting.at(-1)?.due ?? 0
    const due = Math.max(last, performance.now() + delayMs())
    waiting.push({ due, data })
    if (due <= performance.now()) pass()
    else setTimeout(pass, Math.ceil(due - performance.now()) + 1)
  })
  from.on("end", () => to.end())
}
