import { endablePurposes } from "log-out-everywhere"
import { afterAll, describe, expect, test } from "vitest"
import type { Connection } from "@/lib/db/client"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"
import { openLane } from "@/test/races/barriers"
import {
  actorIn,
  actorOf,
  addPerson,
  anAdministrator,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  partsOn,
  statusOf,
} from "@/test/world/people"
import { changeRole, deleteUser, disableUser, enableUser } from "./administer-user"
import { logUserOut } from "./log-user-out"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const purposes = endablePurposes.filter((purpose) => purpose !== "report")

const acts = {
  "logging out": (by: Actor, { id }: Pick<Person, "id">, on: Parts = world) =>
    logUserOut(on, by, { userId: id, purposes, reason: null }),
  disabling: (by: Actor, { id }: Pick<Person, "id">, on: Parts = world) => disableUser(on, by, id),
  demoting: (by: Actor, { id }: Pick<Person, "id">, on: Parts = world) =>
    changeRole(on, by, id, "user"),
  promoting: (by: Actor, { id }: Pick<Person, "id">, on: Parts = world) =>
    changeRole(on, by, id, "admin"),
  deleting: (by: Actor, { id }: Pick<Person, "id">, on: Parts = world) => deleteUser(on, by, id),
}

test.each([
  ["logging out", "log_out_everywhere", "revoked_by_admin", null],
  ["promoting", "change_role", "role_change", { role: "admin" }],
] as const)(
  "%s ends every session of the person, no one else's, and writes it down",
  async (act, action, reason, details) => {
    const [by, ann, bob] = [
      await anAdministrator(world),
      await addPerson(world),
      await addPerson(world),
    ]
    const [laptop, phone, report, his] = [
      await issueTo(world, ann),
      await issueTo(world, ann),
      await issueTo(world, ann, { purpose: "report" }),
      await issueTo(world, bob),
    ]

    expect(await acts[act](by, ann)).toEqual({ ok: true, value: { session: 2 } })

    for (const { secret } of [laptop, phone]) expect(await statusOf(world, secret)).toBe("revoked")
    expect(await statusOf(world, report.secret, "report")).toBe("active")
    expect(await statusOf(world, his.secret)).toBe("active")
    expect(await auditOf(world, ann)).toEqual([
      {
        action,
        actorId: by.userId,
        targetId: ann.id,
        reason,
        scope: "everywhere",
        count: 2,
        address: by.address,
        details,
      },
    ])
  },
)

test("disabling ends everything that the person holds, recovery links too, until enabled; and then they log in anew", async () => {
  const [by, ann] = [await anAdministrator(world), await addPerson(world)]
  const [session, report] = [
    await issueTo(world, ann),
    await issueTo(world, ann, { purpose: "report" }),
  ]

  expect(await acts.disabling(by, ann)).toEqual({ ok: true, value: { session: 1, report: 1 } })
  await expect(issueTo(world, ann)).rejects.toThrow("changed_meanwhile")
  expect(await enableUser(world, by, ann.id)).toEqual({ ok: true, value: {} })

  expect(await statusOf(world, session.secret)).toBe("revoked")
  expect(await statusOf(world, report.secret, "report")).toBe("revoked")
  expect(await statusOf(world, (await issueTo(world, ann)).secret)).toBe("active")
  expect((await auditOf(world, ann)).map(({ action }) => action)).toEqual([
    "disable_user",
    "enable_user",
  ])
})

test("an administrator who logs themselves out everywhere keeps the session in which they act", async () => {
  const root = await addPerson(world, { role: "admin" })
  const [current, phone] = [await issueTo(world, root), await issueTo(world, root)]
  const by = actorIn(root, current)
  expect(await acts["logging out"](by, root)).toEqual({ ok: true, value: { session: 1 } })
  expect(await statusOf(world, current.secret)).toBe("active")
  expect(await statusOf(world, phone.secret)).toBe("revoked")
})

test("a deleted person is gone with every token; the audit log keeps the id and no name", async () => {
  const [by, ann] = [await anAdministrator(world), await addPerson(world)]
  const { secret } = await issueTo(world, ann)

  expect(await deleteUser(world, by, ann.id)).toEqual({ ok: true, value: { session: 1 } })

  expect(await statusOf(world, secret)).toBe("unknown")
  expect(await stores.users.find(ann.id)).toBe(null)
  const entries = await auditOf(world, ann)
  expect(entries).toMatchObject([{ action: "delete_user", reason: "account_deleted", count: 1 }])
  expect(JSON.stringify(entries)).not.toContain(ann.email)
})

test.each(Object.keys(acts) as (keyof typeof acts)[])(
  "%s somebody who is not there is an answer, and no act",
  async (act) => {
    const [by, ghost] = [await anAdministrator(world), await addPerson(world)]
    await deleteUser(world, by, ghost.id)
    const before = await auditOf(world, ghost)
    expect(await acts[act](by, ghost)).toEqual({ ok: false, failure: "not_found" })
    expect(await auditOf(world, ghost)).toEqual(before)
  },
)

test.each([
  ["disabling", "disable_user"],
  ["promoting", "change_role"],
] as const)("%s twice acts once", async (act, action) => {
  const [by, ann] = [await anAdministrator(world), await addPerson(world)]
  await acts[act](by, ann)
  expect(await acts[act](by, ann)).toEqual({ ok: true, value: {} })
  expect((await auditOf(world, ann)).map(({ action }) => action)).toEqual([action])
})

describe.each(["disabling", "demoting", "deleting"] as const)("%s administrators", (act) => {
  test("stops before the last one who is enabled", async () => {
    const [ann, bob] = await onlyTwoAdministrators()
    await acts.disabling(ann.by, bob)
    const { secret } = await issueTo(world, ann)
    expect(await acts[act](ann.by, ann)).toEqual({ ok: false, failure: "last_administrator" })
    expect(await statusOf(world, secret)).toBe("active")
    expect(await stores.users.find(ann.id)).toMatchObject({ role: "admin", disabledAt: null })
  })

  test("leaves one when two do it to each other at once", async () => {
    const [ann, bob] = await onlyTwoAdministrators()
    const lanes = [openLane(world), openLane(world)] as const
    const results: unknown[] = []
    const stops = [/ORDER BY id FOR NO KEY UPDATE/, /^COMMIT/]
    const doTo = (by: Actor, target: Person) => async (connection: Connection) => {
      results.push(await acts[act](by, target, partsOn(connection)))
    }
    const hers = lanes[0].begin(stops, doTo(ann.by, bob))
    const his = lanes[1].begin(stops, doTo(bob.by, ann))

    for (const runner of [hers, his, hers]) expect(await runner.step()).toBe("stopped")
    expect(await his.step()).toBe("waiting")
    await hers.step()
    await his.finished
    await Promise.all(lanes.map((lane) => lane.close()))

    expect(results).toEqual([
      { ok: true, value: { api: 1 } },
      { ok: false, failure: "session_ended" },
    ])
    expect(await enabledAdministrators()).toEqual([ann.id])
  })
})

async function onlyTwoAdministrators() {
  await sql(`UPDATE "User" SET role = 'user'`)
  const ann = await addPerson(world, { role: "admin" })
  const bob = await addPerson(world, { role: "admin" })
  return [
    { ...ann, by: await actorOf(world, ann) },
    { ...bob, by: await actorOf(world, bob) },
  ] as const
}

async function enabledAdministrators(): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM "User" LEFT JOIN log_out_everywhere.owner ON "userId" = id
     WHERE role = 'admin' AND "disabledAt" IS NULL`,
  )
  return rows.map(({ id }) => id)
}
