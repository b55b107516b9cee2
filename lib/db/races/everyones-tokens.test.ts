import { randomUUID } from "node:crypto"
import type { Issued } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { countLiveEverywhere } from "@/lib/db/lists/live-everywhere"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { revokeSelected } from "@/lib/users/admin/revoke-selected"
import { logOutInScope } from "@/lib/users/log-in/log-out"
import { otherDevices } from "@/lib/users/ports/scopes"
import type { Actor } from "@/lib/users/ports/user"
import { openLane } from "@/test/races/barriers"
import { commits } from "@/test/races/race-parts"
import { everyTokenOf } from "@/test/world/listed-tokens"
import {
  actorIn,
  addPerson,
  createWorld,
  issueTo,
  type Person,
  partsOn,
  statusOf,
} from "@/test/world/people"

const world = await createWorld()
const [one, other] = [openLane(world), openLane(world)]
afterAll(async () => {
  await Promise.all([one.close(), other.close()])
  await world.close()
})
const { sql } = world

async function anAdministrator(): Promise<{ by: Actor; own: Issued; person: Person }> {
  const person = await addPerson(world, { role: "admin" })
  const own = await issueTo(world, person)
  return { by: actorIn(person, own), own, person }
}

const statusesOf = (issued: readonly Issued[]) =>
  Promise.all(issued.map(({ secret }) => statusOf(world, secret)))

const idsOf = (issued: readonly Issued[]) => issued.map(({ token }) => token.id)

const latestEvent = async (action: string) =>
  (
    await sql(`SELECT * FROM "AuditEvent" WHERE action = $1 ORDER BY at DESC, id DESC LIMIT 1`, [
      action,
    ])
  )[0]

test("selected sessions of several people end, and nothing beside them", async () => {
  const { by } = await anAdministrator()
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const chosen = [await issueTo(world, ann), await issueTo(world, ann), await issueTo(world, bob)]
  const rest = [await issueTo(world, ann), await issueTo(world, bob)]
  expect(await statusesOf([...chosen, ...rest])).toEqual(Array(5).fill("active"))

  expect(await revokeSelected(world, by, idsOf(chosen))).toMatchObject({ value: { length: 3 } })

  expect(await statusesOf(chosen)).toEqual(["revoked", "revoked", "revoked"])
  expect(await statusesOf(rest)).toEqual(["active", "active"])
  expect(await latestEvent("revoke_selected")).toMatchObject({
    actorId: by.userId,
    targetId: null,
    reason: "revoked_by_admin",
    count: 3,
    address: by.address,
    details: {
      sessions: expect.arrayContaining(idsOf(chosen)),
      people: expect.arrayContaining([ann.id, bob.id]),
    },
  })
})

test("of what was selected only live tokens end, of whatever purpose: not one's own session, not an ended one", async () => {
  const { by, own } = await anAdministrator()
  const ann = await addPerson(world)
  const [live, ended] = [await issueTo(world, ann), await issueTo(world, ann)]
  const api = await issueTo(world, ann, { purpose: "api" })
  expect(await statusOf(world, api.secret, "api")).toBe("active")
  await revokeSelected(world, by, idsOf([ended]))
  const chosen = [...idsOf([live, ended, api, own]), randomUUID()]

  expect(await revokeSelected(world, by, chosen)).toMatchObject({ value: { length: 2 } })

  expect(await statusesOf([live, own])).toEqual(["revoked", "active"])
  expect(await statusOf(world, api.secret, "api")).toBe("revoked")
  expect(await latestEvent("revoke_selected")).toMatchObject({
    targetId: ann.id,
    count: 2,
    details: { sessions: expect.arrayContaining([live.token.id, api.token.id]) },
  })
  expect(await revokeSelected(world, by, chosen)).toMatchObject({ value: { length: 0 } })
})

test("a session that is just being carried into a new epoch is not passed by", async () => {
  const { by } = await anAdministrator()
  const ann = await addPerson(world)
  const session = await issueTo(world, ann)
  let ended: Awaited<ReturnType<typeof revokeSelected>> | undefined
  const sparing = one.begin([commits], async (connection) => {
    await logOutInScope(partsOn(connection), actorIn(ann, session), otherDevices(session.token.id))
  })
  const revoking = other.begin(
    [/^UPDATE log_out_everywhere.token t\s+SET "revokedAt"/],
    async (connection) => {
      ended = await revokeSelected(partsOn(connection), by, [session.token.id])
    },
  )

  await sparing.step()
  await revoking.step()
  expect(await revoking.step()).toBe("waiting")
  expect(await sparing.step()).toBe("finished")
  expect(await revoking.step()).toBe("finished")

  expect(ended).toMatchObject({ value: [{ id: session.token.id, userId: ann.id }] })
  expect(await statusOf(world, session.secret)).toBe("revoked")
})

test("everyone is logged out but the session that does it, and may log in again", async () => {
  const { by, own, person } = await anAdministrator()
  const ann = await addPerson(world)
  const others = [
    await issueTo(world, ann),
    await issueTo(world, ann),
    await issueTo(world, person),
  ]
  const api = await issueTo(world, ann, { purpose: "api" })
  const before = await countLiveEverywhere(1_000, world.connection)
  const session = (before.session ?? 0) - 1
  expect(await statusesOf([own, ...others])).toEqual(Array(4).fill("active"))

  const outcome = await logEveryoneOut(world, by, ["session"])
  expect(outcome).toEqual({ ok: true, value: { session } })

  expect(await statusesOf(others)).toEqual(Array(3).fill("revoked"))
  expect(await statusOf(world, own.secret)).toBe("active")
  expect(await statusOf(world, api.secret, "api")).toBe("active")
  expect(await countLiveEverywhere(1_000, world.connection)).toEqual({ ...before, session: 1 })
  expect(await statusesOf([await issueTo(world, ann)])).toEqual(["active"])
  expect(await latestEvent("log_everyone_out")).toMatchObject({
    actorId: by.userId,
    scope: "others",
    count: null,
    address: by.address,
    details: { purposes: ["session"] },
  })
  expect(await latestEvent("count_ended")).toMatchObject({
    actorId: by.userId,
    count: session,
    address: by.address,
    details: { session },
  })
})

test("of two administrators who log everyone out at the same time one succeeds, and stays", async () => {
  const [ann, bob] = [await anAdministrator(), await anAdministrator()]
  const outcomes = await Promise.all([
    logEveryoneOut(world, ann.by, ["session"]),
    logEveryoneOut(world, bob.by, ["session"]),
  ])
  const statuses = await statusesOf([ann.own, bob.own])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(statuses).toEqual(outcomes.map(({ ok }) => (ok ? "active" : "revoked")))
})

test("who was logged out with everyone reads by whom, and when", async () => {
  const { by } = await anAdministrator()
  const ann = await addPerson(world)
  await issueTo(world, ann)
  await logEveryoneOut(world, by, ["session"])
  expect(await everyTokenOf(world, ann)).toMatchObject([
    {
      status: "revoked",
      endedBy: "Ann",
      voidedAt: expect.any(Date),
      token: { revocation: null },
    },
  ])
})
