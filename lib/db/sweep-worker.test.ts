import { spawn } from "node:child_process"
import { once } from "node:events"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { confirmSweep } from "@/lib/users/admin/sweep/steer-sweep"
import { preview } from "@/test/races/sweeps"
import { addSessions } from "@/test/world/listed-tokens"
import { addPerson, anAdministrator, createWorld, issueTo, statusOf } from "@/test/world/people"
import { workOn, workOnSweeps } from "./sweep-worker"

const world = await createWorld()
afterAll(world.close)
const { stores } = world
const by = await anAdministrator(world)
const confirmation = { reason: "A network was broken into", isMailed: true }

async function confirmed(email: string, count: number) {
  const id = await preview(world, by, { person: await addSessions(world, email, count) })
  await confirmSweep(world, by, { id, ...confirmation })
  return id
}

const endedOf = async (id: string) => (await stores.sweeps.find(id))?.ended ?? 0

test("killed half-way it goes on in another process, ends each token once, and is told once", async () => {
  const count = 4_000
  const id = await confirmed("killed@sweep.example", count)
  const holdsLast = await world.connection.pool.connect()
  await holdsLast.query("BEGIN")
  await holdsLast.query(
    `SELECT FROM log_out_everywhere.token WHERE id = (SELECT "tokenId" FROM "SweptToken"
       WHERE "sweepId" = $1::uuid ORDER BY place DESC LIMIT 1) FOR UPDATE`,
    [id],
  )
  const process_ = spawn(process.execPath, [
    ...["--import", "tsx", "test/races/sweep-process.ts", world.urls.url, id],
  ])
  const gone = once(process_, "exit")
  await expect.poll(() => endedOf(id)).toBeGreaterThan(0)
  process_.kill("SIGKILL")
  expect(await gone).toEqual([null, "SIGKILL"])
  await holdsLast.query("ROLLBACK")
  holdsLast.release()
  const before = await endedOf(id)
  expect(before).toBeLessThan(count)

  await expect.poll(() => workOn(world.connection, world, id)).toBe(true)
  expect(await stores.sweeps.find(id)).toMatchObject({ done: count, ended: count, told: 1 })
  const told = await world.sql(
    `SELECT action, count FROM "AuditEvent" WHERE details->>'act' = $1 ORDER BY at`,
    [id],
  )
  expect(told).toEqual([
    { action: "begin_sweep", count: null },
    { action: "sweep", count },
  ])
  expect(
    await world.sql(`SELECT count(*)::int FROM "OutboxMail" WHERE "to" = 'killed@sweep.example'`),
  ).toEqual([{ count: 1 }])
})

test("a process takes up what waits when it starts, and what is confirmed once it is nudged", async () => {
  const ann = await addPerson(world)
  const session = await issueTo(world, ann)
  const id = await preview(world, by, { person: ann.id })
  const waits = await confirmed("waits@sweep.example", 10)
  const worker = workOnSweeps(world.connection, world, { error: expect.fail })
  onTestFinished(worker.stop)
  await expect.poll(() => endedOf(waits)).toBe(10)
  expect(await statusOf(world, session.secret)).toBe("active")

  await confirmSweep(world, by, { id, ...confirmation })
  worker.nudge()
  await expect.poll(() => statusOf(world, session.secret)).toBe("revoked")
})
