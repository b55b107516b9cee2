/** Checks in two processes at once, while sessions are ended in a third. */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { table } from "@/bench/report"
import { onEnd } from "@/scripts/launch/launcher"
import type { World } from "@/test/world/people"
import type { Checked, Said } from "./checker"
import { sessionsFor } from "./sessions"

const sessions = 1_000
const endsPerSecond = 20
const seconds = 20
const aim = 50_000

/** Markdown. Throws if a process accepted what had ended longer than a lease before, or heard of no end. */
export async function benchLoad(world: World): Promise<string> {
  const rows = [await underLoad(world, "on"), await underLoad(world, "off")]
  const title = `Two processes check ${sessions} sessions, of which ${endsPerSecond} a second are ended`
  const heads = [title, "checks a second, each", "accepted after the end at most, ms", "stale"]
  return `${table(heads, rows)}\n\nAim: ${aim.toLocaleString("en")} a second from memory.`
}

async function underLoad(world: World, cache: "on" | "off"): Promise<string[]> {
  const issued = await sessionsFor(world, sessions)
  const children = [checker(world, cache), checker(world, cache)]
  const tell = (said: Said) => children.map((child) => child.send(said))
  tell({ secrets: issued.map(({ secret }) => secret) })
  // Once both are warm.
  const before = await Promise.all(children.map(nextWord))

  const startedAt = Date.now()
  for (let ended = 0; ended < endsPerSecond * seconds; ended++) {
    await sleep(Math.max(0, startedAt + (ended * 1_000) / endsPerSecond - Date.now()))
    await world.sql(`DELETE FROM log_out_everywhere.token WHERE id = $1`, [issued[ended]?.token.id])
    tell({ ended, at: Date.now() })
  }
  const after = await Promise.all(children.map(nextWord))
  const took = (Date.now() - startedAt) / 1_000
  for (const child of children) child.kill()

  const rates = after.map(({ checks }, each) => (checks - (before[each]?.checks ?? 0)) / took)
  const stale = after.reduce((sum, each) => sum + each.stale, 0)
  const refused = Math.min(...after.map((each) => each.refused))
  if (stale > 0 || refused < endsPerSecond * (seconds - 3)) {
    throw new Error(`${stale} checks accepted what had ended; ${refused} ends were noticed.`)
  }
  const longest = Math.max(...after.map(({ longestMs }) => longestMs))
  return [
    cache === "on" ? "from memory, under a lease" : "from the database",
    rates.map((rate) => Math.round(rate).toLocaleString("en")).join(" and "),
    String(longest),
    String(stale),
  ]
}

function checker(world: World, cache: "on" | "off"): ChildProcess {
  const child = startChild("checker", world.urls.url, cache)
  // Else Node keeps what is said while nobody asks, and hands the oldest out.
  child.on("message", () => {})
  return child
}

/** A process of this folder, until the run ends. */
export function startChild(name: "checker" | "node-server", ...given: string[]): ChildProcess {
  const child = fork(`bench/live/${name}.ts`, given, { execArgv: ["--import", "tsx"] })
  onEnd(async () => child.kill())
  return child
}

/** What it says next. */
async function nextWord(child: ChildProcess): Promise<Checked> {
  const [checked] = await once(child, "message")
  return checked
}
