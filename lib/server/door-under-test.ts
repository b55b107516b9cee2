import { once } from "node:events"
import { createServer, type RequestListener, type ServerOptions } from "node:http"
import type { AddressInfo } from "node:net"
import { createLog } from "@/lib/log"
import { serverOptions } from "@/lib/server/request/limits"
import { type DoorOptions, openDoor } from "./door"

/** A door with a small answer behind it, which tells what has come through. */
export async function doorUnderTest(
  options: Partial<DoorOptions & ServerOptions> = {},
  answer: RequestListener = tell,
) {
  const lines: Record<string, unknown>[] = []
  const log = createLog("info", { write: (line) => lines.push(JSON.parse(line)) })
  const server = createServer({ ...serverOptions, ...options })
  openDoor(server, answer, {
    isProduction: true,
    authUrl: new URL("https://app.example:8443"),
    trustedProxyHops: 0,
    languages: ["en-GB"],
    log,
    ...options,
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo

  return {
    port,
    server,
    address: `http://127.0.0.1:${port}`,
    /** The lines of the log. */
    lines,
    connections: () =>
      new Promise<number>((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const tell: RequestListener = async (request, response) => {
  let size = 0
  for await (const chunk of request) size += chunk.length
  const { method, url, headers } = request
  response.setHeader("Content-Type", "application/json")
  response.end(JSON.stringify({ method, url, headers, size }))
}
