import { afterAll, expect, test } from "vitest"
import type { Connection } from "@/lib/db/client"
import { logOut, logOutInScope } from "@/lib/users/log-in/log-out"
import { otherDevices } from "@/lib/users/ports/scopes"
import { openLane } from "@/test/races/barriers"
import { acts, commits, ends, revokes } from "@/test/races/race-parts"
import { actorIn, addPerson, createWorld, issueTo, partsOn, statusOf } from "@/test/world/people"

const world = await createWorld()
const [one, other] = [openLane(world), openLane(world)]
afterAll(async () => {
  await Promise.all([one.close(), other.close()])
  await world.close()
})

test("a revocation that meets the spared session on its way into a new epoch still ends it", async () => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]

  const sparing = one.begin([ends, commits], async (connection) => {
    await logOutInScope(partsOn(connection), actorIn(ann, phone), otherDevices(laptop.token.id))
  })
  const ending = other.begin([revokes], async (connection) => {
    await logOut(partsOn(connection), laptop.secret, ann.address)
  })
  await sparing.step()
  await ending.step()
  await sparing.step()
  expect(await ending.step()).toBe("waiting")
  expect(await sparing.step()).toBe("finished")
  expect(await ending.step()).toBe("finished")

  expect(await statusOf(world, laptop.secret)).toBe("revoked")
  expect(await statusOf(world, phone.secret)).toBe("revoked")
})

test("a revocation that comes before the session is carried into a new epoch ends it too", async () => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]

  const sparing = one.begin([ends], async (connection) => {
    await logOutInScope(partsOn(connection), actorIn(ann, phone), otherDevices(laptop.token.id))
  })
  const ending = other.begin([commits], async (connection) => {
    await logOut(partsOn(connection), laptop.secret, ann.address)
  })
  await sparing.step()
  await ending.step()
  expect(await sparing.step()).toBe("waiting")
  await ending.step()
  expect(await sparing.step()).toBe("finished")

  expect(await statusOf(world, laptop.secret)).toBe("revoked")
})

test("logging out in the middle of one's password change deadlocks nobody", async () => {
  const ann = await addPerson(world)
  const session = await issueTo(world, ann)
  const before = await deadlocks()
  let changed: { ok: boolean } | undefined

  const change = one.begin([/^UPDATE log_out_everywhere.token t SET hash/], async (connection) => {
    changed = await acts["password change"].run(connection, ann, session)
  })
  const leaving = other.begin([commits], async (connection) => {
    await logOut(partsOn(connection), session.secret, ann.address)
  })
  await change.step()
  expect(await leaving.step()).toBe("stopped")
  expect(await change.step()).toBe("waiting")
  await leaving.step()
  expect(await change.step()).toBe("finished")

  expect(changed).toEqual({ ok: false, failure: "changed_meanwhile" })
  expect(await statusOf(world, session.secret)).toBe("revoked")
  expect(await deadlocks()).toBe(before)
})

test("two acts that wait for each other are tried again, and both come through", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const attempts: string[] = []
  const lockBoth = (first: string, second: string) =>
    [
      [/FOR NO KEY UPDATE/, /FOR NO KEY UPDATE/],
      async (connection: Connection) => {
        await partsOn(connection).transact(async ({ users }) => {
          attempts.push(first)
          await users.lock(first)
          await users.lock(second)
        })
      },
    ] as const

  const hers = one.begin(...lockBoth(ann.id, bob.id))
  const his = other.begin(...lockBoth(bob.id, ann.id))
  for (const runner of [hers, his, hers, his]) await runner.step()
  expect(await hers.step()).toBe("waiting")
  await his.step()
  await Promise.all([hers.finished, his.finished])

  // A busy machine may see them meet twice.
  expect(attempts.length).toBeGreaterThanOrEqual(3)
})

async function deadlocks() {
  const [row] = await world.sql<{ deadlocks: string }>(
    "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
  )
  return row?.deadlocks
}
