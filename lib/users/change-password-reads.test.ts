import { afterAll, expect, test } from "vitest"
import { disconnect } from "@/lib/db/client"
import { acts } from "@/test/races/race-parts"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"
import { watchedConnection } from "@/test/world/watched-connection"

const world = await createWorld()
const statements: string[] = []
const watched = watchedConnection(world.urls.url, { after: (sql) => void statements.push(sql) })
afterAll(async () => {
  await disconnect(watched)
  await world.close()
})

test("a password change reads the person once before, and once under the lock", async () => {
  const ann = await addPerson(world)
  const laptop = await issueTo(world, ann)
  statements.length = 0

  const changed = await acts["password change"].run(watched, ann, laptop)
  expect(changed).toMatchObject({ ok: true })
  expect(await statusOf(world, laptop.secret)).toBe("unknown")

  const begins = statements.findIndex((sql) => /^BEGIN/.test(sql))
  const readsOf = (some: readonly string[]) =>
    some.filter((sql) => /^\s*SELECT.*FROM ("public"\.)?"User"/s.test(sql))
  expect(begins).toBeGreaterThan(0)
  expect(readsOf(statements.slice(0, begins))).toHaveLength(1)
  expect(readsOf(statements.slice(begins))).toEqual([
    expect.stringMatching(/"passwordHash".*u\.email.*FOR NO KEY UPDATE/s),
  ])
})
