import { fail, ok } from "log-out-everywhere"
import { afterAll, beforeEach, expect, test } from "vitest"
import type { AuditEntry } from "@/lib/users/ports/stores"
import { addPerson, createWorld } from "@/test/world/people"
import { hearActs } from "./told-acts"

const world = await createWorld()
afterAll(() => world.close())

const heard: AuditEntry[] = []
hearActs((act) => heard.push(act))
beforeEach(() => {
  heard.length = 0
})

const entryOf = async (): Promise<AuditEntry> => {
  const { id } = await addPerson(world)
  return { action: "log_out", actorId: id, targetId: id, address: null, count: 1 }
}

test("an act is told once its transaction is through, and not before", async () => {
  const entry = await entryOf()
  await world.transact(async ({ audit }) => {
    await audit.append(entry)
    expect(heard).toEqual([])
    return ok(null)
  })
  expect(heard).toEqual([entry])
})

test("what is taken back is not told", async () => {
  const entry = await entryOf()
  await world.transact(async ({ audit }) => {
    await audit.append(entry)
    return fail("changed_meanwhile")
  })
  const broken = world.transact(async ({ audit }) => {
    await audit.append(entry)
    throw new Error("broken")
  })
  await expect(broken).rejects.toThrow("broken")
  expect(heard).toEqual([])
})

test("what is written outside a transaction is told as well", async () => {
  const entry = await entryOf()
  await world.stores.audit.append(entry)
  expect(heard).toEqual([entry])
})
