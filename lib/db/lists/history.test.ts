import { afterAll, expect, test } from "vitest"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { addPerson, createWorld, issueTo, type Person } from "@/test/world/people"
import { historyOf } from "./history"

const world = await createWorld()
afterAll(world.close)

test("whose session ended when everyone was logged out reads so, and nobody else does", async () => {
  const root = await addPerson(world, { role: "admin" })
  const { token } = await issueTo(world, root)
  const [ann, over, away] = [await addPerson(world), await addPerson(world), await addPerson(world)]
  await issueTo(world, ann)
  const { token: idle } = await issueTo(world, over)
  await world.sql(
    `UPDATE log_out_everywhere.token SET "idleAt" = now() - interval '1 second' WHERE id = $1`,
    [idle.id],
  )

  const by = { userId: root.id, address: root.address, tokenId: token.id }
  expect(await logEveryoneOut(world, by, ["session"])).toMatchObject({
    ok: true,
  })

  expect(await happenedTo(ann)).toEqual([["log_everyone_out", "administrator", null]])
  expect(await happenedTo(root)).toEqual([["log_everyone_out", "self", null]])
  for (const spared of [over, away]) expect(await happenedTo(spared)).toEqual([])
})

test("it has its place among the other events", async () => {
  const root = await addPerson(world, { role: "admin" })
  const ann = await addPerson(world)
  const by = { userId: root.id, address: null, tokenId: (await issueTo(world, root)).token.id }
  for (const time of Array(3).keys()) {
    const audit = { action: "log_in", actorId: ann.id, targetId: ann.id, address: null } as const
    await world.stores.audit.append(audit)
    await issueTo(world, ann)
    expect((await logEveryoneOut(world, by, ["session"])).ok, `${time}`).toBe(true)
  }
  const { items } = await historyOf(ann.id, {}, world.connection)
  expect(items.map(({ action }) => action)).toEqual(
    Array(3).fill(["log_everyone_out", "log_in"]).flat(),
  )
})

const happenedTo = async ({ id }: Person) =>
  (await historyOf(id, {}, world.connection)).items.map(({ action, by, address }) => [
    action,
    by,
    address,
  ])
