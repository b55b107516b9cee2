import { endablePurposes, type Issued, issue, type TokenPurpose } from "log-out-everywhere"
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { logOutFor, revokeSession } from "@/lib/users/log-in/log-out"
import { type Lane, openLane } from "@/test/races/barriers"
import { commits } from "@/test/races/race-parts"
import {
  actorIn,
  addPerson,
  anAdministrator,
  createWorld,
  issueTo,
  type Person,
  partsOn,
  statusOf,
} from "@/test/world/people"

const world = await createWorld()
let first: Lane
let raising: Lane
let later: Lane
beforeEach(() => {
  ;[first, raising, later] = [openLane(world), openLane(world), openLane(world)]
})
afterEach(() => Promise.all([first, raising, later].map((lane) => lane.close())))
afterAll(world.close)

const { policy } = authentication

/** Issues in its own transaction, which stops before its commit. */
function issuing(lane: Lane, { id: userId }: Person, purpose: TokenPurpose) {
  const result: { issued?: Issued } = {}
  const runner = lane.begin([commits], async (connection) => {
    const { stores, transact } = partsOn(connection)
    const credential = await stores.users.findCredential({ userId })
    if (!credential) throw new Error("There is no such person.")
    const proof = { ...credential, method: "password" }
    const device = { address: null, userAgent: null }
    const request = { purpose, proof, device, isRemembered: false }
    const outcome = await transact(({ tokens }, now) => issue(tokens, policy, request, now))
    if (outcome.ok) result.issued = outcome.value
  })
  return { ...runner, result }
}

/** Whether the other lane must end before this one goes on, as the server sees it. */
async function waitsFor(lane: Lane, other: Lane): Promise<boolean> {
  const [found] = await world.sql<{ waits: boolean }>(
    `SELECT other.pid = ANY(pg_blocking_pids(lane.pid)) AS waits
     FROM pg_stat_activity lane, pg_stat_activity other
     WHERE lane.application_name = $1 AND lane.wait_event_type = 'Lock' AND other.application_name = $2`,
    [lane.name, other.name],
  )
  return found?.waits ?? false
}

describe("whoever comes after one who waits to log everyone out waits behind them", () => {
  let by: Awaited<ReturnType<typeof anAdministrator>>
  beforeEach(async () => {
    by = await anAdministrator(world)
  })

  const everyoneOut = () =>
    raising.begin([], async (connection) => {
      const outcome = await logEveryoneOut(partsOn(connection), by, ["session"])
      expect(outcome).toMatchObject({ ok: true })
    })

  test("a log-in, which is then of the new generation", async () => {
    const [ann, bob] = [await addPerson(world), await addPerson(world)]
    const [before, act, after] = [
      issuing(first, ann, "session"),
      everyoneOut(),
      issuing(later, bob, "session"),
    ]
    const seen = await issueTo(world, bob)
    expect(await before.step()).toBe("stopped")
    expect(await act.step()).toBe("waiting")
    expect(await after.step()).toBe("waiting")
    expect(await waitsFor(raising, first)).toBe(true)
    expect(await waitsFor(later, raising)).toBe(true)
    // Nobody who only looks has to wait.
    expect(await statusOf(world, seen.secret)).toBe("active")

    expect(await before.step()).toBe("finished")
    await act.finished
    while ((await after.step()) !== "finished");
    expect(await statusOf(world, seen.secret)).toBe("revoked")
    expect(await statusOf(world, before.result.issued?.secret ?? "")).toBe("revoked")
    expect(await statusOf(world, after.result.issued?.secret ?? "")).toBe("active")
  })

  test("an act, which then finds its session ended", async () => {
    const [ann, bob] = [await addPerson(world), await addPerson(world)]
    const [own, other] = [await issueTo(world, bob), await issueTo(world, bob)]
    const [before, act] = [issuing(first, ann, "session"), everyoneOut()]
    let outcome: unknown
    const after = later.begin([commits], async (connection) => {
      outcome = await revokeSession(partsOn(connection), actorIn(bob, own), other.token.id)
    })
    expect(await before.step()).toBe("stopped")
    expect(await act.step()).toBe("waiting")
    expect(await after.step()).toBe("waiting")
    expect(await waitsFor(later, raising)).toBe(true)

    expect(await before.step()).toBe("finished")
    await act.finished
    while ((await after.step()) !== "finished");
    expect(outcome).toEqual({ ok: false, failure: "session_ended" })
  })
})

test.each(["session", "magic_link"] as const)(
  "an owner's log out everywhere that waits is not overtaken by a later %s",
  async (purpose) => {
    const ann = await addPerson(world)
    const before = issuing(first, ann, purpose)
    const act = raising.begin([], async (connection) => {
      await logOutFor(partsOn(connection), ann.id, {
        kind: "everywhere",
        purposes: endablePurposes,
      })
    })
    const after = issuing(later, ann, purpose)
    expect(await before.step()).toBe("stopped")
    expect(await act.step()).toBe("waiting")
    expect(await after.step()).toBe("waiting")

    expect(await before.step()).toBe("finished")
    await act.finished
    while ((await after.step()) !== "finished");
    expect(await statusOf(world, before.result.issued?.secret ?? "", purpose)).toBe("revoked")
    expect(after.result.issued).toBeUndefined()
  },
)
