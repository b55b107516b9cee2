import { afterAll, expect, test } from "vitest"
import { auditDirectory } from "@/lib/db/lists/audit-directory"
import { workOn } from "@/lib/db/sweep-worker"
import { english } from "@/lib/texts/en"
import { logUserOut } from "@/lib/users/admin/log-user-out"
import { revokeSelected } from "@/lib/users/admin/revoke-selected"
import { confirmSweep } from "@/lib/users/admin/sweep/steer-sweep"
import { mailKinds } from "@/lib/users/ports/outbox"
import { preview } from "@/test/races/sweeps"
import { addPerson, anAdministrator, createWorld, issueTo, statusOf } from "@/test/world/people"
import { endedByAct, endedBySweep } from "./ended-by-act"
import { incidentOf, toldWith } from "./incident"

const world = await createWorld()
afterAll(world.close)
const { connection, sql } = world

const hour = 60 * 60_000
const aroundNow = () => [new Date(Date.now() - hour), new Date(Date.now() + hour)] as const

const failure = (targetId: string, address: string, action: string, at = "now()", count?: number) =>
  sql(
    `INSERT INTO "AuditEvent" (id, action, "targetId", address, count, details, at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4::int, CASE WHEN $4::int IS NULL THEN NULL ELSE '{"since": "then"}'::jsonb END, ${at})`,
    [action, targetId, address, count ?? null],
  )

test("a span of time tells what was done in it and how often, what ended, where failures came from, and what was mailed", async () => {
  const ann = await addPerson(world)
  for (let time = 0; time < 3; time++) await issueTo(world, ann)
  await failure(ann.id, "203.0.113.7", "log_in_failed")
  await failure(ann.id, "203.0.113.9", "log_in_throttled")
  await failure(ann.id, "203.0.113.9", "log_in_throttled", "now()", 12)
  await failure(ann.id, "198.51.100.1", "log_in_failed", "now() - interval '2 hours'")
  const purposes = ["session"] as const
  const asked = { userId: ann.id, purposes, reason: "your laptop was stolen" }
  expect((await logUserOut(world, await anAdministrator(world), asked)).ok).toBe(true)

  const { done, networks, accounts, told } = await incidentOf(...aroundNow(), connection)
  expect(done).toEqual([
    { action: "log_in_throttled", times: 12, ended: 0 },
    { action: "log_in_failed", times: 1, ended: 0 },
    { action: "log_out_everywhere", times: 1, ended: 3 },
  ])
  expect(networks).toEqual([{ network: "203.0.113.0/24", failures: 13 }])
  expect(accounts).toEqual([{ id: ann.id, email: ann.email, name: "Ann", failures: 13 }])
  expect(told).toEqual([{ kind: "logged_out_by_admin", written: 1, sent: 0, givenUp: 0 }])
})

test("an act tells what was mailed to its person with it, and to nobody else, nor at another time", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const root = await anAdministrator(world)
  for (const { id } of [ann, bob]) {
    await issueTo(world, id === ann.id ? ann : bob)
    await logUserOut(world, root, { userId: id, purposes: ["session"], reason: null })
  }
  const page = await auditDirectory(connection).page({ action: null, personId: ann.id })
  const act = page.items.find(({ action }) => action === "log_out_everywhere")
  const found = act && (await auditDirectory(connection).find(act.id))
  expect(found).toEqual(act)
  const at = found?.at ?? new Date(0)
  expect(await toldWith(ann.email, at, connection)).toMatchObject([{ written: 1 }])
  expect(await toldWith(ann.email, new Date(+at - hour), connection)).toEqual([])
})

test("an act that names its sessions tells which they were, whose, and whether any of them lives", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const tokens = [(await issueTo(world, ann)).token, (await issueTo(world, bob)).token]
  const ids = tokens.map(({ id }) => id)
  const root = await anAdministrator(world)
  expect((await revokeSelected(world, root, ids)).ok).toBe(true)
  const { items } = await auditDirectory(connection).page({
    action: "revoke_selected",
    personId: ann.id,
  })
  const ended = items[0] ? await endedByAct(items[0], connection) : undefined
  expect(ended?.live).toBe(0)
  expect(ended?.tokens.map(({ email, status }) => [email, status]).toSorted()).toEqual(
    [ann, bob].map(({ email }) => [email, "revoked"]).toSorted(),
  )
})

test("a bulk revocation tells what it has come to, and whether any of it lives", async () => {
  const [ann, root] = [await addPerson(world), await anAdministrator(world)]
  const secrets = [(await issueTo(world, ann)).secret, (await issueTo(world, ann)).secret]
  const id = await preview(world, root, { person: ann.id })
  expect(await endedBySweep(id, connection)).toEqual({ tokens: [], live: 0 })
  await confirmSweep(world, root, { id, reason: "A network was broken into", isMailed: true })
  await workOn(connection, world, id)
  const { tokens, live } = await endedBySweep(id, connection)
  expect(tokens.map(({ email, status }) => [email, status])).toEqual([
    [ann.email, "revoked"],
    [ann.email, "revoked"],
  ])
  expect(live).toBe(0)
  expect(await statusOf(world, secrets[0] ?? "")).toBe("revoked")
})

test("every kind of mail has words in a report", () => {
  expect(Object.keys(english.report.mails).toSorted()).toEqual(mailKinds.toSorted())
})

test("what is no id finds no entry", async () => {
  expect(await auditDirectory(connection).find("nonsense")).toBeNull()
})
