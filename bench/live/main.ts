/** `npm run bench -- live`: how soon a process and a page hear of an end, and what open pages cost. Judges no time. */
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { quantile } from "@/bench/measure"
import { postgresVersion } from "@/bench/record/machine"
import { openRecord } from "@/bench/record/record"
import { table } from "@/bench/report"
import { openTestWorld, startBenchApp } from "@/bench/test-world"
import { buildIfStale } from "@/scripts/release/build"
import { type OpenStream, openStream } from "@/test/http/live-stream"
import { sessionCookieName } from "@/test/http/session-cookie"
import { addPerson, issueTo, type World } from "@/test/world/people"
import { benchLoad, startChild } from "./load"
import { sessionsFor } from "./sessions"

const ends = 500
/** A session may have eight streams, and the app's process as many as half of its connections. */
const perSession = 8
const onApp = 1_900
const onNode = 10_000

export async function benchLive(results: string): Promise<void> {
  await buildIfStale()
  const { tell, draw, keep } = openRecord({
    part: "live",
    title: "How soon an end is heard of, and what open pages cost",
    command: "npm run bench -- live",
    folder: results,
  })
  const world = await openTestWorld()
  const { url, pid } = await startBenchApp(world, "on")

  const { told, refused } = await delays(world, url)
  const ways = [
    ["an open page is told", told],
    ["another process, which keeps answers, refuses", refused],
  ] as const
  const title = `From the commit of an end, of ${ends}, until`
  const rows = ways.map(([name, ms]) => [
    name,
    ...[50, 99].map((share) => quantile(ms, share / 100).toFixed(1)),
  ])
  tell(table([title, "p50 ms", "p99 ms"], rows))
  await draw("heard", {
    title: `${title}, ms`,
    bars: ways.flatMap(([name, ms]) =>
      [50, 99].map((share) => ({
        name: `ours: ${name}, p${share}`,
        value: quantile(ms, share / 100),
      })),
    ),
  })

  const sessions = await sessionsFor(world, onNode / perSession)
  const crowds = [
    await crowd(world, "the app, through its door and Next", pid, onApp, (index) => {
      const { secret } = sessions[index % sessions.length] ?? noSession()
      return openStream(`${url}/api/live`, `${sessionCookieName}=${secret}`, addressOf(index))
    }),
    await crowdOnNode(world),
  ]
  tell(table(["Open streams of one process", "streams", "kB each", "all told, ms"], crowds))
  tell(await benchLoad(world))
  keep(await postgresVersion(world.urls.ownerUrl))
}

/** The commits are of this process, and the app is the other one. */
async function delays(world: World, url: string) {
  const person = await addPerson(world)
  const [told, refused]: [number[], number[]] = [[], []]
  for (let number = 0; number < ends; number++) {
    const { secret, token } = await issueTo(world, person)
    const cookie = `${sessionCookieName}=${secret}`
    const page = `${url}/account/security/privacy/devices.json`
    const isLetIn = async () => {
      const { status } = await fetch(page, { headers: { cookie }, redirect: "manual" })
      return status === 200
    }
    const stream = await openStream(`${url}/api/live`, cookie, addressOf(number))
    if (!(await isLetIn())) throw new Error("It was not live before.")
    await world.sql(`DELETE FROM log_out_everywhere.token WHERE id = $1`, [token.id])
    const committedAt = performance.now()
    // When the first request was sent that was refused.
    let askedAt = committedAt
    while (await isLetIn()) askedAt = performance.now()
    refused.push(askedAt - committedAt)
    told.push((await stream.endedAt) - committedAt)
  }
  return { told, refused }
}

async function crowdOnNode(world: World) {
  const child = startChild("node-server", world.urls.ownerUrl)
  const [port] = await once(child, "message")
  const sessions = await sessionsFor(world, onNode / perSession)
  return crowd(world, "a bare server of Node's", child.pid ?? 0, onNode, (index) => {
    const { token } = sessions[index % sessions.length] ?? noSession()
    return openStream(`http://127.0.0.1:${port}/`, `${token.id} ${token.userId}`, addressOf(index))
  })
}

/** Opens so many, ends everyone's session, and waits for the last that is told. */
async function crowd(
  { sql }: World,
  where: string,
  pid: number,
  count: number,
  open: (index: number) => Promise<OpenStream>,
): Promise<string[]> {
  const before = residentKB(pid)
  const streams = await openStreams(count, open)
  const each = (residentKB(pid) - before) / count
  await sql(
    `UPDATE log_out_everywhere.realm SET generation = generation + 1 WHERE purpose = 'session'`,
  )
  const committedAt = performance.now()
  const told = await Promise.all(streams.map(({ endedAt }) => endedAt))
  for (const { close } of streams) close()
  return [where, String(count), each.toFixed(0), (Math.max(...told) - committedAt).toFixed(0)]
}

/** Opens them some at a time: all together would be a flood, and no crowd. */
async function openStreams(count: number, open: (index: number) => Promise<OpenStream>) {
  const streams: OpenStream[] = []
  for (let from = 0; from < count; from += 50) {
    const some = Array.from({ length: Math.min(50, count - from) }, (_, each) => open(from + each))
    streams.push(...(await Promise.all(some)))
  }
  return streams
}

const addressOf = (index: number) => `2001:db8:${(index >> 4).toString(16)}::1`

/** What the process has in memory. */
function residentKB(pid: number): number {
  const [, kB = ""] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? []
  return Number(kB)
}

function noSession(): never {
  throw new Error("There is no session.")
}
