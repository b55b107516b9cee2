/** The client that asks for too much, in its own process: what it costs to ask must not count as waiting. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import pLimit from "p-limit"

/** More connections than a system accepts in one go say nothing about the app. */
const maxInFlight = 250

export interface Greed {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly acts: number
}

/** How many acts were answered with which status; 0 stands for no answer. */
export type Tally = Readonly<Record<number, number>>

/** Starts it, and returns what has it ask: how it came to be there must not count either. */
export async function greedyElsewhere(greed: Greed): Promise<() => Promise<Tally>> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", import.meta.filename, JSON.stringify(greed)],
    { stdio: ["pipe", "pipe", "inherit"] },
  )
  await once(child.stdout, "data")
  return async () => {
    child.stdin.end()
    const [said] = await Promise.all([text(child.stdout), once(child, "exit")])
    return JSON.parse(said)
  }
}

async function overload({ address, headers, acts }: Greed): Promise<Tally> {
  const inFlight = pLimit(maxInFlight)
  const counts: Record<number, number> = {}
  const act = async () => {
    const status = await fetch(address, { method: "POST", headers }).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      () => 0,
    )
    counts[status] = (counts[status] ?? 0) + 1
  }
  await Promise.all(Array.from({ length: acts }, () => inFlight(act)))
  return counts
}

const [, script, greed] = process.argv
if (script === import.meta.filename && greed !== undefined) {
  process.stdout.write("ready\n")
  await text(process.stdin)
  process.stdout.write(JSON.stringify(await overload(JSON.parse(greed))))
}
