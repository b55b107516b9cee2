/** `npm run bench -- requests`: what a check costs of a whole request. Judges nothing. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as after } from "node:timers/promises"
import { bareApp, buildBareApp, nextCommand, nextEnvironment } from "@/bench/bare-app"
import { postgresVersion } from "@/bench/record/machine"
import { openRecord } from "@/bench/record/record"
import { openTestWorld, startBenchApp } from "@/bench/test-world"
import { onEnd } from "@/scripts/launch/launcher"
import { freePort } from "@/scripts/postgres/embedded-server"
import { buildIfStale } from "@/scripts/release/build"
import { sessionCookieName } from "@/test/http/session-cookie"
import { addPerson, issueTo, type World } from "@/test/world/people"
import { type Asked, measureWindows, type Visitor } from "./measure"
import { connections, requestsPicture, requestsTable } from "./report"

export async function benchRequests(windows: number, results: string): Promise<void> {
  await buildIfStale()
  buildBareApp()
  const record = openRecord({
    part: "requests",
    title: "What the check costs of a whole request",
    command: `npm run bench -- requests --windows ${windows}`,
    folder: results,
  })
  const world = await openTestWorld()
  const visitors = await visitorsOf(world)
  const bare = await startBareApp()
  const { url: asking } = await startBenchApp(world, "off")
  const { url: keeping } = await startBenchApp(world, "on")

  const measured = await measureWindows(
    [
      { name: "floor: a bare route of the same Next", url: `${bare}/api/bare`, isChecked: false },
      {
        name: "ours: GET /api/health/live, which checks nothing",
        url: `${asking}/api/health/live`,
        isChecked: false,
      },
      { name: "ours: GET /api/v1/me", url: `${asking}/api/v1/me`, isChecked: true },
      {
        name: "ours: GET /api/v1/me, SESSION_CACHE=on",
        url: `${keeping}/api/v1/me`,
        isChecked: true,
      },
    ] satisfies Asked[],
    visitors,
    windows,
  )
  record.tell(requestsTable(measured))
  await record.draw("rate", requestsPicture(measured))
  record.keep(await postgresVersion(world.urls.ownerUrl))
}

/** Each has a session, and comes from another network, so that none of them waits for a turn. */
async function visitorsOf(world: World): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  while (visitors.length < connections) {
    const person = await addPerson(world)
    const { secret } = await issueTo(world, person)
    const cookie = `${sessionCookieName}=${secret}`
    visitors.push({ email: person.email, headers: { cookie, "x-forwarded-for": person.address } })
  }
  return visitors
}

async function startBareApp(): Promise<string> {
  const port = await freePort()
  const child = spawn(process.execPath, [nextCommand, "start", "--port", String(port)], {
    cwd: bareApp,
    env: nextEnvironment,
    stdio: "ignore",
  })
  const ended = once(child, "exit")
  onEnd(async () => {
    child.kill()
    await ended
  })
  const url = `http://localhost:${port}`
  const isUp = () =>
    fetch(`${url}/api/bare`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error("The bare app does not start.")
    await after(100)
  }
  return url
}
