/** How soon a page that is open at one process hears of what was done at another, and when its session is refused there. */
import { setTimeout as sleep } from "node:timers/promises"
import { openStream } from "@/test/http/live-stream"
import { addPerson, issueTo, type World } from "@/test/world/people"
import { onTwoApps } from "./app-under-soak"
import { type Outcome, quantile } from "./figures"
import { askAs, cookieOf } from "./session-at"
import { type Way, ways } from "./told-ways"

export interface ToldOptions {
  /** In each way. */
  readonly ends: number
  readonly isGuarded: boolean
}

interface Tried {
  /** Since the act was asked for, so that its own work is in it; infinite if it never came. */
  readonly toldMs: number
  readonly turnedMs: number
  /** A request that began after the page was told was answered as before. */
  readonly isLate: boolean
}

const maxMs = 1_000
const patienceMs = 5_000

export function soakTold({ ends, isGuarded }: ToldOptions): Promise<Outcome> {
  return onTwoApps(async (here, there, world) => {
    const scene = { world, here: here.url, there: there.url }
    const figures: Record<string, Record<string, number>> = {}
    const broken: string[] = []
    for (const [name, way] of Object.entries(ways)) {
      const tries: Tried[] = []
      for (let end = 0; end < ends; end++) tries.push(await tryOnce(scene, way, isGuarded))
      figures[name] = figureOf(tries)
      broken.push(...(isGuarded ? brokenBy(name, tries) : provesNothing(name, tries)))
    }
    return { figures, broken }
  })
}

async function tryOnce(
  { world, here, there }: { readonly world: World; readonly here: string; readonly there: string },
  { tells, comesBack: isInAfter = false, inMs = 0, prepare }: Way,
  isGuarded: boolean,
): Promise<Tried> {
  const person = await addPerson(world)
  const session = await issueTo(world, person)
  const { act, asked = session.secret } = await prepare({ world, url: here, person, session })
  const isIn = () => letsIn(there, asked)
  if ((await isIn()) === isInAfter) throw new Error("It was so before the act.")
  const stream = await openStream(`${there}/api/live`, cookieOf(session.secret), person.address)
  // Of the log-ins of just now, which its page may not show yet.
  if ((await soon(stream.changedAt(1))) === never)
    throw new Error("The open page hears of no log-in.")
  if (!isGuarded) await setTriggers(world, "DISABLE")

  const told = soon(tells === "ended" ? stream.endedAt : stream.changedAt(2))
  const since = performance.now() + inMs
  const turning = untilTurned(isIn, isInAfter, since + patienceMs)
  const [toldAt, turned] = await Promise.all([told, turning, act()])
  if (!isGuarded) await setTriggers(world, "ENABLE")
  stream.close()
  const isLate = !isInAfter && (turned.lastBefore > toldAt || (await isIn()))
  return { toldMs: toldAt - since, turnedMs: turned.at - since, isLate }
}

const never = Number.POSITIVE_INFINITY

/** The moment, unless it does not come while one would wait for it. */
async function soon(moment: Promise<number>): Promise<number> {
  const isOver = new AbortController()
  const late = sleep(patienceMs, never, isOver).catch(() => never)
  const at = await Promise.race([moment, late])
  isOver.abort()
  return at
}

/** What announces: without it no process knows of what another one did. */
async function setTriggers({ sql }: World, to: "DISABLE" | "ENABLE"): Promise<void> {
  for (const table of ["token", "owner", "realm"])
    await sql(`ALTER TABLE log_out_everywhere.${table} ${to} TRIGGER USER`)
}

/** When the first request began that was answered in the new way, and the last in the old one. */
async function untilTurned(isIn: () => Promise<boolean>, isInAfter: boolean, until: number) {
  let lastBefore = Number.NEGATIVE_INFINITY
  for (;;) {
    const at = performance.now()
    if (at > until) return { at: never, lastBefore }
    if ((await isIn()) === isInAfter) return { at, lastBefore }
    lastBefore = at
  }
}

/** A page that a process which keeps answers may answer from memory. */
async function letsIn(url: string, secret: string): Promise<boolean> {
  const status = await askAs(url, secret, "/account/security/privacy/devices.json")
  if (status !== 200 && status !== 307) throw new Error(`Answered ${status}.`)
  return status === 200
}

function figureOf(tries: readonly Tried[]): Record<string, number> {
  const told = tries.map(({ toldMs }) => toldMs)
  const turned = tries.map(({ turnedMs }) => turnedMs)
  return {
    times: tries.length,
    "told p50 ms": Math.round(quantile(told, 0.5)),
    "p99 ms": Math.round(quantile(told, 0.99)),
    "worst ms": Math.round(Math.max(...told)),
    "answered so p50 ms": Math.round(quantile(turned, 0.5)),
    "its p99 ms": Math.round(quantile(turned, 0.99)),
    "its worst ms": Math.round(Math.max(...turned)),
  }
}

function brokenBy(name: string, tries: readonly Tried[]): string[] {
  const p99 = quantile(
    tries.map(({ toldMs, turnedMs }) => Math.max(toldMs, turnedMs)),
    0.99,
  )
  const count = (is: (tried: Tried) => boolean) => tries.filter(is).length
  const untold = count(({ toldMs }) => toldMs === never)
  const unturned = count(({ turnedMs }) => turnedMs === never)
  const late = count(({ isLate }) => isLate)
  return [
    ...(p99 >= maxMs ? [`${name}: the other process took ${Math.round(p99)} ms.`] : []),
    ...(untold > 0 ? [`${name}: ${untold} open pages were not told.`] : []),
    ...(unturned > 0 ? [`${name}: ${unturned} times the other process did not take it in.`] : []),
    ...(late > 0 ? [`${name}: ${late} times it let in what the page was told of.`] : []),
  ]
}

function provesNothing(name: string, tries: readonly Tried[]): string[] {
  if (tries.some(({ toldMs }) => toldMs === never)) return []
  return [`${name}: all were told without the triggers, so this proves nothing.`]
}
