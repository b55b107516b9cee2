/** Streams on a bare server of Node's, as a child: what they cost without Next. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { liveStreams, streamHeaders, takeLease } from "log-out-everywhere/live"
import { fromPg, openListener, postgresBus, presencesOn } from "log-out-everywhere/postgres"
import pg from "pg"

const [connectionString] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString, max: 4 })
const { query } = fromPg(pool)
const bus = postgresBus(
  query,
  openListener(() => new pg.Client({ connectionString })),
)
const lease = takeLease(bus)
const streams = liveStreams({ bus, lease, find: presencesOn(query), maxStreams: 20_000 })

// The cookie says whose session it is: what a check costs is measured elsewhere.
const server = createServer((request, response) => {
  const [id = "", userId = ""] = (request.headers.cookie ?? "").split(" ")
  response.writeHead(200, streamHeaders)
  const forget = streams.open({ id, userId }, response)
  if (typeof forget === "string") return response.end()
  response.on("close", forget)
})

server.listen(0, "127.0.0.1", () => {
  const waiting = setInterval(() => {
    if (!lease.holds()) return
    clearInterval(waiting)
    process.send?.((server.address() as AddressInfo).port)
  }, 10)
})
