/** One person asks for far too much at once, while another goes on and health is asked. */
import { setTimeout as sleep } from "node:timers/promises"
import { addPerson, issueTo, type World } from "@/test/world/people"
import { onRunningApp } from "./app-under-soak"
import type { Outcome } from "./figures"
import { greedyElsewhere } from "./greedy"

export interface OverloadOptions {
  /** How many acts one person asks for, as many at the same time as may be in flight. */
  readonly acts: number
}

/** By what the other person's p95 may grow. */
const maxFactor = 3

/** Below this a factor says nothing: a collection of garbage takes as long. */
const leastMs = 20

export function soakOverload({ acts }: OverloadOptions): Promise<Outcome> {
  return onRunningApp(async ({ url }, world) => {
    const [greedy, other] = [await clientOf(world, url), await clientOf(world, url)]
    const address = `${url}/api/v1/sessions/log-out-others`
    const ask = await greedyElsewhere({ address, headers: greedy.headers, acts })
    await during(sleep(3_000), other.look)
    const calm = await during(sleep(8_000), other.look)

    const health: number[] = []
    const overload = ask()
    const asking = during(overload, async () => {
      health.push(await answered(() => fetch(`${url}/api/health`)))
      await sleep(50)
      return true
    })
    const busy = await during(overload, other.look)
    const statuses = await overload
    await asking

    const factor = p95(busy.ms) / Math.max(p95(calm.ms), leastMs)
    const lies = health.filter((status) => status !== 200).length
    const broken: string[] = []
    if (factor > maxFactor)
      broken.push(`The other person's p95 grew by a factor of ${factor.toFixed(1)}.`)
    if (lies > 0) broken.push(`Health said ${lies} times that the database was down.`)
    if (health.length === 0) broken.push("Health was never asked.")
    if (busy.failed > 0) broken.push(`The other person was refused ${busy.failed} times.`)
    if (!statuses[200] || !statuses[429])
      broken.push("The overload was none: not both let in and refused.")
    for (const [status, count] of Object.entries(statuses))
      if (status !== "200" && status !== "429")
        broken.push(`${count} acts were answered ${status}.`)
    const row = ({ ms, failed }: Looks) => ({ looks: ms.length, failed, "p95 ms": p95(ms) })
    return {
      figures: {
        "another person, calm": row(calm),
        "another person, during the overload": row(busy),
        "the overload's answers": statuses,
        health: { asked: health.length, lies },
      },
      broken,
    }
  })
}

interface Looks {
  readonly ms: readonly number[]
  readonly failed: number
}

async function clientOf(world: World, url: string) {
  const person = await addPerson(world)
  const { secret } = await issueTo(world, person, { purpose: "api" })
  const headers = { Authorization: `Bearer ${secret}`, "X-Forwarded-For": person.address }
  return {
    headers,
    /** Asks what a program of theirs asks most: their own sessions. */
    look: async () => (await answered(() => fetch(`${url}/api/v1/sessions`, { headers }))) === 200,
  }
}

/** Its status once the whole answer is there; 0 where none came. */
async function answered(ask: () => Promise<Response>): Promise<number> {
  try {
    const answer = await ask()
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}

/** Does something again and again, until something else is over; at least once. */
async function during(other: Promise<unknown>, look: () => Promise<boolean>): Promise<Looks> {
  let isOver = false
  const end = other.finally(() => {
    isOver = true
  })
  const ms: number[] = []
  let failed = 0
  do {
    const begun = performance.now()
    if (!(await look())) failed++
    ms.push(performance.now() - begun)
  } while (!isOver)
  await end
  return { ms, failed }
}

const p95 = (ms: readonly number[]) =>
  Math.round(ms.toSorted((a, b) => a - b)[Math.floor(ms.length * 0.95)] ?? Number.NaN)
