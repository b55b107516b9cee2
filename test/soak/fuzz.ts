/** Hostile input at every parser of the edge: most at the parser itself, the rest through the running app. */
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { ask, sizeOfRequest } from "@/test/fuzz/ask"
import { shareOf, worstOf } from "@/test/fuzz/cost"
import type { Law, Run } from "@/test/fuzz/law"
import { parserLaws } from "@/test/fuzz/parsers"
import { type HostileRequest, hostileRequest } from "@/test/fuzz/requests"
import { addPerson, issueTo, type World } from "@/test/world/people"
import { onRunningApp } from "./app-under-soak"
import type { Outcome } from "./figures"
import { type Costly, costliestRequests, costliestRun } from "./time-budget"

export interface FuzzOptions {
  readonly inputs: number
  /** The same makes the same inputs. */
  readonly seed: number
}

const shareThroughApp = 0.05
const throughApp = "through the running app"

export async function soakFuzz({ inputs, seed }: FuzzOptions): Promise<Outcome> {
  const figures: Record<string, Record<string, number>> = { seed: { inputs: 0, broken: seed } }
  const broken: string[] = []
  const notes: string[] = []
  const note = (name: string, costly: Costly | undefined, isHeld = true) => {
    if (!costly) return
    const { share, cpuMs, stallMs, size, what } = costly
    figures[name] = { ...figures[name], bytes: size, ...rounded({ cpuMs, stallMs, share }) }
    notes.push(`worst of "${name}": ${what}`)
    if (isHeld && share > 1) broken.push(`${name}: too slow (${share.toFixed(1)} of its budget)`)
  }

  openSettings()
  const requests = Math.round(inputs * shareThroughApp)
  const laws = Object.entries(parserLaws)
  const each = Math.ceil((inputs - requests) / laws.length)
  for (const [name, law] of laws) {
    const { failure, costly } = await fuzzParser(law, each, seed)
    figures[name] = { inputs: each, broken: failure ? 1 : 0 }
    if (failure) broken.push(`${name}: ${failure}`)
    note(name, costly)
  }

  const failure = await failureOf(() =>
    onRunningApp(async (app, world) => {
      const worst = await fuzzApp(app.url, world, requests, seed)
      const { rendered, others } = await costliestRequests(app.url, worst)
      note(throughApp, others)
      note("of these, rendered pages", rendered, false)
    }),
  )
  figures[throughApp] = { inputs: requests, broken: failure ? 1 : 0, ...figures[throughApp] }
  if (failure) broken.push(failure)
  return { figures, broken, notes }
}

/** What the parser of sealed cookies takes its keys from; nothing here opens the database that it names. */
function openSettings() {
  process.env.DATABASE_URL ??= "postgresql://nobody@localhost/nothing"
  process.env.AUTH_SECRET ??= randomBytes(33).toString("base64")
}

async function fuzzParser({ check }: Law, runs: number, seed: number) {
  const worst = worstOf<Run>()
  const failure = await failureOf(() =>
    check(runs, seed, (run) =>
      worst.offer(run, shareOf({ cpuMs: run.ms, stallMs: run.ms }, run.size)),
    ),
  )
  return { failure, costly: failure ? undefined : await costliestRun(worst.items()) }
}

/**
 * No answer of 500 and above, and nothing written to people or tokens: half of it as nobody, half as an
 * administrator. Returns what took longest for its size.
 */
async function fuzzApp(
  url: string,
  world: World,
  requests: number,
  seed: number,
): Promise<readonly HostileRequest[]> {
  const admin = await addPerson(world, { role: "admin" })
  const { secret } = await issueTo(world, admin)
  const before = await fingerprint(world)
  const worst = worstOf<HostileRequest>()
  const property = fc.asyncProperty(fc.boolean(), hostileRequest, async (isAdmin, hostile) => {
    const sent = isAdmin ? asAdmin(hostile, secret) : hostile
    const startedAt = performance.now()
    const { status } = await ask(url, sent)
    const ms = performance.now() - startedAt
    worst.offer(sent, shareOf({ cpuMs: ms, stallMs: ms }, sizeOfRequest(sent)))
    assert.ok(status < 500 || status === 501, `${status} for ${sent.method} ${sent.path}`)
  })
  await fc.assert(property, { numRuns: requests, seed, endOnFailure: true })
  assert.deepEqual(await fingerprint(world), before, "Something was written to people or tokens.")
  return worst.items()
}

/** Only to look: an administrator's own forms may well write. */
function asAdmin(hostile: HostileRequest, secret: string): HostileRequest {
  const headers = { ...hostile.headers, cookie: `__Host-loe-session=${secret}` }
  return { ...hostile, method: "GET", headers, body: "" }
}

/** Everything in the two tables but when a session was last seen, in one number each. */
async function fingerprint(world: World): Promise<unknown> {
  const sum = (table: string) =>
    `SELECT count(*)::int AS rows, md5(string_agg((to_jsonb(t) - 'lastActiveAt' - 'idleAt')::text, ',' ORDER BY id)) AS content FROM ${table} t`
  return [await world.sql(sum('"User"')), await world.sql(sum("log_out_everywhere.token"))]
}

const rounded = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(2))]),
  )

async function failureOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
