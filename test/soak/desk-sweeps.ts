import { setTimeout as sleep } from "node:timers/promises"
import { connect, disconnect } from "@/lib/db/client"
import { workOn } from "@/lib/db/sweep-worker"
import type { TokenQuery } from "@/lib/names/token-filter"
import { confirmSweep, pauseSweep, resumeSweep } from "@/lib/users/admin/sweep/steer-sweep"
import type { Actor } from "@/lib/users/ports/user"
import { preview } from "@/test/races/sweeps"
import { addPerson, anAdministrator, issueTo, partsOn, type World } from "@/test/world/people"
import { type Outcome, quantile } from "./figures"

const pairs = 6
const windowMs = 10_000
const atOnce = 4
/** How much slower people may log in while everyone's sessions are being ended. */
const maxRatio = 1.5
/** How soon so many are to be ended, and how many times that is too long: machines differ. */
const aims = { few: { tokens: 40_000, ms: 5_000 }, all: { tokens: 1_000_000, ms: 180_000 } }
const factor = 3

/** What a bulk revocation takes, of one range and of everything, and what it costs those who log in meanwhile. */
export async function soakSweeps(world: World): Promise<Outcome> {
  const by = await anAdministrator(world)
  const range = await timed(world, by, { address: "10.77.0.0/16" })
  const crowd = await openCrowd(world)
  const everything = await timed(world, by, { purpose: "any" }, (id) =>
    compare(world, by, id, crowd.p95During),
  )
  await crowd.close()
  const { ratio = 0, pausedMs = 0 } = everything.meanwhile ?? {}
  const swept = [
    { ...range, aim: aims.few },
    { ...everything, workMs: everything.workMs - pausedMs, aim: aims.all },
  ].map((each) => ({ ...each, ratedMs: (each.workMs / each.ended) * each.aim.tokens }))
  const figures = Object.fromEntries(
    swept.map(({ name, found, ended, previewMs, workMs, ratedMs, aim }) => [
      name,
      {
        found,
        ended,
        "preview ms": Math.round(previewMs),
        "work ms": Math.round(workMs),
        [`ms for ${aim.tokens}`]: Math.round(ratedMs),
        "aim ms": aim.ms,
      },
    ]),
  )
  // Of a few, the first small batches say nothing about how soon many end.
  const slow = swept.filter(
    ({ found, ratedMs, aim }) => found > aim.tokens / 2 && ratedMs > factor * aim.ms,
  )
  const survived = swept.filter(({ live }) => live > 0)
  return {
    figures: {
      ...figures,
      "log-ins meanwhile": { "p95 of before": Number(ratio.toFixed(2)) },
    },
    broken: [
      ...survived.map(({ name, live }) => `${name}: ${live} are live.`),
      ...slow.map(
        ({ name, ratedMs, aim }) => `${name}: ${aim.tokens} take ${Math.round(ratedMs)} ms.`,
      ),
      ...(ratio > maxRatio ? [`Log-ins take ${ratio.toFixed(2)} times as long meanwhile.`] : []),
    ],
  }
}

async function timed<Meanwhile>(
  world: World,
  by: Actor,
  query: TokenQuery,
  during?: (id: string) => Promise<Meanwhile>,
) {
  const askedAt = performance.now()
  const id = await preview(world, by, query)
  const previewedAt = performance.now()
  await confirmSweep(world, by, { id, reason: "A soak", isMailed: false })
  const working = untilFinished(world, id)
  const meanwhile = await during?.(id)
  await working
  const workMs = performance.now() - previewedAt
  const sweep = await world.stores.sweeps.find(id)
  // Some of a million go idle or expire while it lasts, and are not ended by it.
  const [live] = await world.sql<{ live: number }>(
    `SELECT count(*)::int AS live FROM "SweptToken" s JOIN log_out_everywhere.token_status t ON t.id = s."tokenId"
     WHERE s."sweepId" = $1 AND t."isLive"`,
    [id],
  )
  return {
    name: `${sweep?.found} at once: ${JSON.stringify(query)}`,
    found: sweep?.found ?? 0,
    ended: sweep?.ended ?? 0,
    live: live?.live ?? 0,
    previewMs: previewedAt - askedAt,
    workMs,
    meanwhile,
  }
}

/** As a process that serves would: it looks again after a pause. */
async function untilFinished({ connection, ...parts }: World, id: string) {
  while (!(await parts.stores.sweeps.find(id))?.finishedAt) {
    await workOn(connection, parts, id)
    await sleep(50)
  }
}

/** Log-ins while it works and while it is paused, in turn. Stops once it is done. */
async function compare(
  world: World,
  by: Actor,
  id: string,
  p95During: (lengthMs: number) => Promise<number>,
) {
  const ratios: number[] = []
  let pausedMs = 0
  for (let pair = 0; pair < pairs; pair++) {
    const during = await p95During(windowMs)
    if (!(await pauseSweep(world, by, id)).ok) break
    const pausedAt = performance.now()
    ratios.push(during / (await p95During(windowMs)))
    await resumeSweep(world, by, id)
    pausedMs += performance.now() - pausedAt
  }
  return { ratio: quantile(ratios, 0.5), pausedMs }
}

/** People who log in one after the other. */
async function openCrowd(world: World) {
  const connection = connect(world.urls.url)
  const { stores } = partsOn(connection)
  const people = await Promise.all(Array.from({ length: 100 }, () => addPerson(world)))
  let turn = 0
  return {
    async p95During(lengthMs: number) {
      const times: number[] = []
      const endsAt = performance.now() + lengthMs
      const lane = async () => {
        while (performance.now() < endsAt) {
          const person = people[turn++ % people.length]
          const startedAt = performance.now()
          if (person) await issueTo({ stores }, person)
          times.push(performance.now() - startedAt)
        }
      }
      await Promise.all(Array.from({ length: atOnce }, lane))
      return quantile(times, 0.95)
    },
    close: () => disconnect(connection),
  }
}
