/** Stands between a program and its database, and can fall silent: as a network does that swallows everything. */
import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"

export interface SilentProxy {
  /** The database's address, by way of here. */
  readonly url: string
  /** From now on nothing gets through, and nobody is told: connections stay open, and new ones open. */
  readonly fallSilent: () => void
  readonly speakAgain: () => void
  readonly close: () => void
}

export async function silentProxy(databaseUrl: string): Promise<SilentProxy> {
  const { hostname, port } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isSilent = false

  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) || 5432 })
    near.pipe(far).pipe(near)
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
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
