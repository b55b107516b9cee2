/** One person asks for far too much at once, while another goes on and health is asked. */
import { setTimeout as sleep } from "node:timers/promises"
import { sessionCookieName } from "@/e2e/session-cookie"
import { addPerson, issueTo, type Person, type World } from "@/scripts/test-people"
import { onRunningApp } from "./app-under-soak"
import type { Outcome } from "./figures"

export interface OverloadOptions {
  /** How many acts one person asks for at the same time. */
  readonly acts: number
}

/** By what the other person's p95 may grow. */
const mostFactor = 3

/** Below this nobody feels a difference, and a busy machine makes one. */
const leastMs = 100

export function soakOverload({ acts }: OverloadOptions): Promise<Outcome> {
  return onRunningApp(async ({ url }, world) => {
    const [greedy, other] = [await clientOf(world, url), await clientOf(world, url)]
    await during(sleep(3_000), other.look)
    const calm = await during(sleep(8_000), other.look)

    const health: number[] = []
    const overload = Promise.all(Array.from({ length: acts }, greedy.act))
    const asking = during(overload, async () => {
      health.push(await answered(fetch(`${url}/api/health`)))
      await sleep(50)
      return true
    })
    const busy = await during(overload, other.look)
    const statuses = tally(await overload)
    await asking

    const factor = p95(busy.ms) / Math.max(p95(calm.ms), leastMs)
    const lies = health.filter((status) => status !== 200).length
    const broken: string[] = []
    if (factor > mostFactor)
      broken.push(`The other person's p95 grew by a factor of ${factor.toFixed(1)}.`)
    if (lies > 0) broken.push(`Health said ${lies} times that the database was down.`)
    if (health.length === 0) broken.push("Health was never asked.")
    if (busy.failed > 0) broken.push(`The other person was refused ${busy.failed} times.`)
    if ((statuses[500] ?? 0) > 0) broken.push(`${statuses[500]} acts were answered with an error.`)
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
  const headers = await headersOf(world, person)
  return {
    /** Asks what a page's person asks most: their own sessions. */
    look: async () => (await answered(fetch(`${url}/api/v1/sessions`, { headers }))) === 200,
    act: () =>
      answered(fetch(`${url}/api/v1/sessions/log-out-others`, { method: "POST", headers })),
  }
}

async function headersOf(world: World, person: Person) {
  const { secret } = await issueTo(world, person)
  return {
    cookie: `${sessionCookieName}=${secret}`,
    "Sec-Fetch-Site": "same-origin",
    "X-Forwarded-For": person.address,
  }
}

/** Its status once the whole answer is there; 0 where none came. */
async function answered(asked: Promise<Response>): Promise<number> {
  try {
    const answer = await asked
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

function tally(statuses: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
