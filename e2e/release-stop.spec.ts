import {
  endAll,
  isGroupAlive,
  listens,
  type ReleasedApp,
  releasedSettings,
  serving,
  startReleased,
} from "@/scripts/release/released-app"
import { testApp } from "@/scripts/test-app"
import { apiClient } from "./api-client"
import { expect, test } from "./fixtures"
import { holdRow } from "./held-act"

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

const waiting = "SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))"
