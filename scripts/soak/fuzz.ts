/** Hostile input at every parser of the edge: most at the parser itself, the rest through the running app. */
import assert from "node:assert/strict"
import fc from "fast-check"
import { parserLaws } from "@/scripts/fuzz/parsers"
import { type HostileRequest, hostileRequest, statusOf } from "@/scripts/fuzz/requests"
import { addPerson, issueTo, type World } from "@/scripts/test-people"
import { onRunningApp } from "./app-under-soak"
import type { Outcome } from "./figures"

export interface FuzzOptions {
  readonly inputs: number
  /** The same makes the same inputs. */
  readonly seed: number
}

const shareThroughApp = 0.05

export async function soakFuzz({ inputs, seed }: FuzzOptions): Promise<Outcome> {
  const figures: Record<string, Record<string, number>> = { seed: { inputs: 0, broken: seed } }
  const broken: string[] = []

  const requests = Math.round(inputs * shareThroughApp)
  const laws = Object.entries(parserLaws)
  const each = Math.ceil((inputs - requests) / laws.length)
  for (const [name, holds] of laws) {
    const failure = await failureOf(() => holds(each, seed))
    figures[name] = { inputs: each, broken: failure ? 1 : 0 }
    if (failure) broken.push(`${name}: ${failure}`)
  }

  const failure = await failureOf(() =>
    onRunningApp((app, world) => fuzzApp(app.url, world, requests, seed)),
  )
  figures["through the running app"] = { inputs: requests, broken: failure ? 1 : 0 }
  if (failure) broken.push(failure)
  return { figures, broken }
}

/** No answer of 500 and above, and nothing written to people or tokens: half of it as nobody, half as an administrator. */
async function fuzzApp(url: string, world: World, requests: number, seed: number) {
  const admin = await addPerson(world, { role: "admin" })
  const { secret } = await issueTo(world, admin)
  const before = await fingerprint(world)
  const property = fc.asyncProperty(fc.boolean(), hostileRequest, async (isAdmin, hostile) => {
    const sent = isAdmin ? asAdmin(hostile, secret) : hostile
    const status = await statusOf(url, sent)
    assert.ok(status < 500, `${status} for ${sent.method} ${sent.path}`)
  })
  await fc.assert(property, { numRuns: requests, seed, endOnFailure: true })
  assert.deepEqual(await fingerprint(world), before, "Something was written to people or tokens.")
}

/** Only to look: an administrator's own forms may well write. As a browser's speculation, it is no activity either. */
function asAdmin(hostile: HostileRequest, secret: string): HostileRequest {
  const cookie = `__Host-loe-session=${secret}`
  const headers = { ...hostile.headers, cookie, "sec-purpose": "prefetch" }
  return { ...hostile, method: "GET", headers, body: "" }
}

/** Everything in the two tables, in one number each. */
async function fingerprint(world: World): Promise<unknown> {
  const sum = (table: string) =>
    `SELECT count(*)::int AS rows, md5(string_agg(t::text, ',' ORDER BY id)) AS content FROM "${table}" t`
  return [await world.sql(sum("User")), await world.sql(sum("Token"))]
}

async function failureOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
