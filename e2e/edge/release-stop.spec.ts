import { once } from "node:events"
import { type AddressInfo, createServer, type Socket } from "node:net"
import { apiClient } from "@/e2e/support/api-client"
import { expect, test } from "@/e2e/support/fixtures"
import { holdRow } from "@/e2e/support/held-act"
import { sampleMails } from "@/test/mail/mails"
import { testApp } from "@/test/world/app"
import { createTestDatabase } from "@/test/world/database"
import { openWorld } from "@/test/world/people"
import {
  endAll,
  isGroupAlive,
  listens,
  type ReleasedApp,
  releasedSettings,
  serving,
  startReleased,
} from "@/test/world/released-app"

type Start = readonly [string, ...string[]]
const npm: Start = ["npm", "start", "--silent"]
const container: Start = ["sh", "bin/start"]

const toIt = (signal: NodeJS.Signals) => (app: ReleasedApp) => process.kill(app.child.pid, signal)
const toGroup = (signal: NodeJS.Signals) => (app: ReleasedApp) =>
  process.kill(-app.child.pid, signal)
const twice = (stop: (app: ReleasedApp) => void) => (app: ReleasedApp) => {
  stop(app)
  stop(app)
}

const stops: readonly [how: string, Start, (app: ReleasedApp) => void][] = [
  ["SIGTERM to npm", npm, toIt("SIGTERM")],
  ["SIGTERM to npm's whole group, as systemd does", npm, toGroup("SIGTERM")],
  ["SIGINT to npm's whole group, as Ctrl-C does", npm, toGroup("SIGINT")],
  ["SIGTERM to bin/start, as a container does", container, toIt("SIGTERM")],
  ["SIGTERM twice", container, twice(toGroup("SIGTERM"))],
]

test.afterEach(endAll)

for (const [how, start, stop] of stops) {
  test(`${how}: what is under way is answered, what is new is refused, nothing is left`, async ({
    user,
    issueTo,
    database,
  }) => {
    const app = startReleased(start, await releasedSettings(testApp().databaseUrl))
    await serving(app)
    const secret = await issueTo(user, { purpose: "api" })
    const row = await holdRow(database, user.id)
    const answer = apiClient(app.url, secret).POST("/log-out-everywhere")
    await expect.poll(() => database.sql(waiting, row.holder)).not.toHaveLength(0)

    stop(app)
    await expect.poll(() => listens(app.port)).toBe(false)
    expect(isGroupAlive(app)).toBe(true)
    await row.release()

    expect((await answer).response.status).toBe(200)
    expect(await app.ended, app.said()).toBe(0)
    expect(isGroupAlive(app)).toBe(false)
    expect(app.said()).not.toMatch(/error/i)
  })
}

test("a mail server that accepts and says nothing holds up no stop, and its mail waits for nobody", async () => {
  const storage = await createTestDatabase()
  const mute = createServer().listen(0, "127.0.0.1")
  await once(mute, "listening")
  const { port } = mute.address() as AddressInfo
  const sockets: Socket[] = []
  mute.on("connection", (socket) => sockets.push(socket))
  const mail = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Everywhere <mail@example.com>" }
  const app = startReleased(container, { ...(await releasedSettings(storage.url)), ...mail })
  await serving(app)
  const world = openWorld(storage)
  await world.transact(({ outbox }) => outbox.add(sampleMails("ann@example.com").password_changed))
  await expect.poll(() => sockets.length).toBeGreaterThan(0)

  const stoppedAt = performance.now()
  toGroup("SIGTERM")(app)
  expect(await app.ended, app.said()).toBe(0)
  // Docker kills after 10 s. The app gives up after 8, and a busy machine may take its time to end a process.
  expect(performance.now() - stoppedAt).toBeLessThan(20_000)
  const mails = await world.sql(
    `SELECT "sentAt", "nextTryAt" <= now() AS "isDue" FROM "OutboxMail"`,
  )
  expect(mails).toEqual([{ sentAt: null, isDue: true }])
  await world.close()
  for (const socket of sockets) socket.destroy()
  mute.close()
  await storage.drop()
})

const waiting = "SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))"
