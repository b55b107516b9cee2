import { afterAll, describe, expect, test } from "vitest"
import { disconnect } from "@/lib/db/client"
import { storesOn } from "@/lib/db/users/stores"
import { type Lane, openLane } from "@/test/races/barriers"
import { acts, attempt, commits, inserts, logIns } from "@/test/races/race-parts"
import { type Guard, withoutGuards } from "@/test/races/weakened-store"
import { addPerson, anAdministrator, createWorld, issueTo, statusOf } from "@/test/world/people"
import { watchedConnection } from "@/test/world/watched-connection"

const world = await createWorld()
const administrator = await anAdministrator(world)
afterAll(world.close)

const ways = Object.keys(logIns) as (keyof typeof logIns)[]
const kinds = Object.keys(acts) as (keyof typeof acts)[]
const races = ways.flatMap((way) => kinds.map((kind) => [way, kind] as const))

const afterTheCommit = ["act", "act", "act", "log-in", "log-in"] as const
const duringTheAct = ["act", "act", "log-in", "act", "log-in"] as const

describe.each([
  { out: [], order: afterTheCommit, born: false, survives: false },
  { out: ["the comparison at the check"], order: afterTheCommit, born: false, survives: false },
  { out: ["the comparison at issue"], order: afterTheCommit, born: true, survives: false },
  { out: ["the lock at issue"], order: duringTheAct, born: true, survives: false },
  {
    out: ["the comparison at issue", "the comparison at the check"],
    order: afterTheCommit,
    born: true,
    survives: true,
  },
  {
    out: ["the lock at issue", "the comparison at the check"],
    order: duringTheAct,
    born: true,
    survives: true,
  },
] as const)("with $out taken out", ({ out, order, born, survives }) => {
  const weakened = withoutGuards(out)
  const lanes = { "log-in": openLane(world, weakened), act: openLane(world) }
  const checking = watchedConnection(world.urls.url, { rewrite: weakened })
  afterAll(async () => {
    await Promise.all([lanes.act.close(), lanes["log-in"].close(), disconnect(checking)])
  })

  test.each(races)(
    `a %s log-in that proved before a %s ${survives ? "survives it" : born ? "is written but dead" : "is refused"}`,
    async (way, kind) => {
      const { secret } = await race(lanes, way, kind, order)
      expect(secret !== undefined).toBe(born)
      const status = await statusOf({ stores: storesOn(checking) }, secret ?? "")
      expect(status === "active").toBe(survives)
    },
  )
})

test("a guard that is not where it is looked for is an error", () => {
  const weaken = withoutGuards(["the lock at issue" satisfies Guard])
  expect(() => weaken(`INSERT INTO log_out_everywhere.token SELECT 1`)).toThrow("No guard")
})

/** The log-in reads its proof first; then the steps are taken in the order given. */
async function race(
  lanes: { readonly "log-in": Lane; readonly act: Lane },
  way: keyof typeof logIns,
  kind: keyof typeof acts,
  order: readonly ("log-in" | "act")[],
): Promise<{ secret: string | undefined }> {
  const person = await addPerson(world)
  const earlier = await issueTo(world, person)
  const brought = await logIns[way].prepare(world.connection, person)
  let secret: string | undefined
  const runners = {
    "log-in": lanes["log-in"].begin([logIns[way].reads, inserts, commits], async (connection) => {
      secret = (await attempt(way, connection, person, brought)).issued?.secret
    }),
    act: lanes.act.begin(acts[kind].stops, async (connection) => {
      expect(await acts[kind].run(connection, person, earlier, administrator)).toMatchObject({
        ok: true,
      })
    }),
  }
  await runners.act.step()
  await runners["log-in"].step()
  await runners["log-in"].step()
  for (const party of order) await runners[party].step()
  return { secret }
}
