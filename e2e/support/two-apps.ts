import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { freePort } from "@/scripts/postgres/embedded-server"
import { startTestApp } from "@/test/world/app"
import { createTestDatabase } from "@/test/world/database"
import { Database } from "./database"
import { test as base } from "./fixtures"

interface TwoApps {
  /** Where both are reached. */
  readonly address: string
  readonly apps: readonly Awaited<ReturnType<typeof startTestApp>>[]
  /** How many streams each has been asked for. */
  readonly streams: readonly number[]
}

/** Two processes of the app on one database, behind a balancer that hands each request to the next. */
export const test = base.extend<object, { readonly twoApps: TwoApps }>({
  twoApps: [
    async ({ browserName: _ }, use) => {
      const storage = await createTestDatabase()
      const ports = [await freePort(), await freePort()]
      const streams = ports.map(() => 0)
      const up = new Set(ports)
      const pass = (asked: IncomingMessage, answer: ServerResponse) => {
        const [port = 0] = up
        // To the end of the line.
        if (up.delete(port)) up.add(port)
        const { url: path = "", method, headers } = asked
        const passed = request({ host: "localhost", port, path, method, headers }, (response) => {
          const which = ports.indexOf(port)
          if (path.startsWith("/api/live")) streams[which] = (streams[which] ?? 0) + 1
          answer.writeHead(response.statusCode ?? 502, response.headers)
          response.pipe(answer)
        })
        passed.on("error", ({ code }: NodeJS.ErrnoException) => {
          if (code === "ECONNREFUSED") up.delete(port)
          answer.destroy()
        })
        answer.once("close", () => passed.destroy())
        asked.pipe(passed)
      }
      const balancer = createServer(pass)
      balancer.listen(0)
      await once(balancer, "listening")
      const address = `http://localhost:${(balancer.address() as AddressInfo).port}`
      const settings = {
        AUTH_URL: address,
        AUTH_SECRET: randomBytes(33).toString("base64"),
      }
      const apps = await Promise.all(ports.map((port) => startTestApp(port, storage, settings)))

      await use({ address, apps, streams })
      balancer.closeAllConnections()
      balancer.close()
      await Promise.all(apps.map(({ stop }) => stop()))
      await storage.drop()
    },
    { scope: "worker", timeout: 90_000 },
  ],

  address: [({ twoApps }, use) => use(twoApps.address), { scope: "worker" }],

  database: [
    async ({ twoApps: { apps } }, use) => {
      const [first] = apps
      if (!first) throw new Error("There are two.")
      const database = new Database(first.app.databaseUrl, first.app.ownerUrl)
      await use(database)
      await database.end()
    },
    { scope: "worker" },
  ],
})
