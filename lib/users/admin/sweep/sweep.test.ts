import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { prepareSweep } from "@/lib/db/desk/prepare-sweep"
import { expunge } from "@/lib/db/expunger"
import { workOn } from "@/lib/db/sweep-worker"
import { mailsTo } from "@/test/mail/written-mails"
import { preview, sweep } from "@/test/races/sweeps"
import { addSessions } from "@/test/world/listed-tokens"
import {
  actorIn,
  addPerson,
  anAdministrator,
  createWorld,
  issueTo,
  statusOf,
} from "@/test/world/people"
import { confirmSweep, discardSweep, pauseSweep, resumeSweep } from "./steer-sweep"
import { sweepBatch } from "./sweep-batch"

const world = await createWorld()
afterAll(world.close)
const { sql, stores } = world
const by = await anAdministrator(world)
const confirmation = { reason: "A network was broken into", isMailed: false }

const countLive = async (userId: string) => (await stores.tokens.countLive(userId)).session ?? 0

test("what was previewed ends, and nothing else: not what was opened since, nor another's", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const previewed = [await issueTo(world, ann), await issueTo(world, ann)]
  const others = await issueTo(world, bob)
  const id = await preview(world, by, { person: ann.id })
  const later = await issueTo(world, ann)
  for (const { secret } of previewed) expect(await statusOf(world, secret)).toBe("active")

  await confirmSweep(world, by, { id, ...confirmation })
  await workOn(world.connection, world, id)
  for (const { secret } of previewed) expect(await statusOf(world, secret)).toBe("revoked")
  expect(await statusOf(world, later.secret)).toBe("active")
  expect(await statusOf(world, others.secret)).toBe("active")
  expect(await stores.sweeps.find(id)).toMatchObject({ found: 2, done: 2, ended: 2 })
})

test("one that ended meanwhile keeps its end, and both numbers are told", async () => {
  const ann = await addPerson(world)
  const [one] = [await issueTo(world, ann), await issueTo(world, ann)]
  const id = await preview(world, by, { person: ann.id })
  const revocation = { at: new Date(), reason: "log_out", by: null } as const
  await stores.tokens.revoke(
    ann.id,
    { kind: "one", tokenId: one.token.id, purpose: "session" },
    revocation,
  )
  await confirmSweep(world, by, { id, ...confirmation })
  await workOn(world.connection, world, id)
  expect(await stores.sweeps.find(id)).toMatchObject({ found: 2, ended: 1 })
  expect(
    await sql(`SELECT "revocationReason" AS reason FROM log_out_everywhere.token WHERE id = $1`, [
      one.token.id,
    ]),
  ).toEqual([{ reason: "log_out" }])
})

test("the preview counts by purpose and by person, names other administrators, and spares the session that asks", async () => {
  const admin = await addPerson(world, { role: "admin" })
  const own = await issueTo(world, admin)
  const other = await addPerson(world, { role: "admin" })
  await issueTo(world, other)
  await issueTo(world, other, { purpose: "api" })
  const hers = actorIn(admin, own)
  const id = await preview(world, hers, { role: "admin", purpose: "any", since: "1h" })
  const found = await stores.sweeps.find(id)
  expect(found?.summary).toMatchObject({
    purposes: { session: 1 },
    administrators: expect.arrayContaining([{ userId: other.id, tokens: 2 }]),
  })
  expect(found?.summary.administrators.map(({ userId }) => userId)).not.toContain(admin.id)
  await confirmSweep(world, hers, { id, ...confirmation })
  await workOn(world.connection, world, id)
  expect(await statusOf(world, own.secret)).toBe("active")
  // The administrator of the other tests was one of them.
  Object.assign(by, await anAdministrator(world))
})

test("a filter that finds nothing leaves nothing behind", async () => {
  const before = await sql(`SELECT count(*)::int FROM "Sweep"`)
  const wish = { byId: by.userId, operator: null, sparedId: null, address: null }
  const filter = { person: "nobody@nowhere.example", purpose: "session", status: "active" } as const
  expect(await prepareSweep(world.connection, { query: {}, filter, ...wish })).toEqual({
    ok: false,
    failure: "nothing_found",
  })
  expect(await sql(`SELECT count(*)::int FROM "Sweep"`)).toEqual(before)
})

test("it is confirmed once, and by the administrator who previewed it", async () => {
  const ann = await addPerson(world)
  const kept = await issueTo(world, ann)
  const id = await preview(world, by, { person: ann.id })
  const another = await anAdministrator(world)
  const refused = await confirmSweep(world, another, { id, ...confirmation })
  expect(refused).toEqual({ ok: false, failure: "not_found" })
  expect(await sweepBatch(world, id, 100)).toBe(false)
  expect(await statusOf(world, kept.secret)).toBe("active")
  expect(await confirmSweep(world, by, { id, ...confirmation })).toMatchObject({ ok: true })
  expect(await confirmSweep(world, by, { id, ...confirmation })).toMatchObject({
    failure: "changed_meanwhile",
  })
})

test("the most recently used go first; paused it ends nothing, resumed it goes on, stopped it leaves the rest", async () => {
  const id = await addSessions(world, "many@sweep.example", 30)
  const act = await preview(world, by, { person: id })
  await confirmSweep(world, by, { id: act, ...confirmation })
  expect(await sweepBatch(world, act, 10)).toBe(true)
  const [order] = await sql<{ isFirst: boolean }>(
    `SELECT min("lastActiveAt") FILTER (WHERE "revokedAt" IS NOT NULL) >= max("lastActiveAt") FILTER (WHERE "revokedAt" IS NULL) AS "isFirst"
     FROM log_out_everywhere.token WHERE "userId" = $1`,
    [id],
  )
  expect(order).toEqual({ isFirst: true })

  const another = await anAdministrator(world)
  expect(await pauseSweep(world, another, act)).toMatchObject({ ok: true })
  expect(await sweepBatch(world, act, 10)).toBe(false)
  expect(await countLive(id)).toBe(20)
  await resumeSweep(world, by, act)
  expect(await sweepBatch(world, act, 10)).toBe(true)
  await pauseSweep(world, by, act)
  await discardSweep(world, by, act)
  expect(await countLive(id)).toBe(10)
  expect(await resumeSweep(world, by, act)).toMatchObject({ failure: "changed_meanwhile" })
})

test("before it is confirmed it can be discarded, and nothing of it is left", async () => {
  const ann = await addPerson(world)
  await issueTo(world, ann)
  const id = await preview(world, by, { person: ann.id })
  expect(await discardSweep(world, by, id)).toMatchObject({ ok: true })
  expect(await stores.sweeps.find(id)).toBe(null)
  expect(await sql(`SELECT FROM "SweptToken" WHERE "sweepId" = $1`, [id])).toEqual([])
  expect(await confirmSweep(world, by, { id, ...confirmation })).toMatchObject({ ok: false })
})

test("one that was paused for so long that its tokens were expunged is over when it is resumed", async () => {
  const id = await preview(world, by, {
    person: await addSessions(world, "old@sweep.example", 20),
  })
  await confirmSweep(world, by, { id, ...confirmation })
  await sweepBatch(world, id, 5)
  await pauseSweep(world, by, id)
  await sql(`UPDATE "Sweep" SET "madeAt" = now() - interval '200 days' WHERE id = $1`, [id])
  await expunge(world.connection, authentication.retention)
  await resumeSweep(world, by, id)
  await workOn(world.connection, world, id)
  expect(await stores.sweeps.find(id)).toMatchObject({ found: 20, done: 5, ended: 5 })
})

test("two processes at the same sweep end each token once, and one of them does the work", async () => {
  const id = await addSessions(world, "twice@sweep.example", 400)
  const act = await preview(world, by, { person: id })
  await confirmSweep(world, by, { id: act, ...confirmation })
  const worked = await Promise.all([1, 2, 3].map(() => workOn(world.connection, world, act)))
  expect(worked.filter(Boolean)).toHaveLength(1)
  expect(await stores.sweeps.find(act)).toMatchObject({ ended: 400 })
  expect(await countLive(id)).toBe(0)
})

test("each person is mailed once, with the reason, and the audit log tells the filter and the totals", async () => {
  const ann = await addPerson(world)
  for (let session = 0; session < 3; session++) await issueTo(world, ann)
  const id = await sweep(world, by, { person: ann.id, since: "2h" }, { isMailed: true })
  expect(await mailsTo(world, ann.email)).toMatchObject([
    { kind: "sessions_revoked", facts: { reason: "A network was broken into" } },
  ])
  const told = await sql(
    `SELECT action, count, "actorId", details FROM "AuditEvent" WHERE details->>'act' = $1 ORDER BY at`,
    [id],
  )
  const filter = `person=${ann.id} since=2h`
  expect(told).toEqual([
    {
      action: "begin_sweep",
      count: null,
      actorId: by.userId,
      details: { act: id, filter, previewed: 3 },
    },
    {
      action: "sweep",
      count: 3,
      actorId: by.userId,
      details: { act: id, filter, previewed: 3, mailed: 1 },
    },
  ])
})
