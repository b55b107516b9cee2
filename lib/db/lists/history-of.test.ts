import { afterAll, expect, test } from "vitest"
import { addPerson, createWorld, type Person } from "@/test/world/people"
import { historyOf } from "./history"

const world = await createWorld()
afterAll(world.close)
const [ann, bob, admin] = [
  await addPerson(world),
  await addPerson(world),
  await addPerson(world, { role: "admin" }),
]

interface Written {
  readonly actor: Person | null
  readonly target: Person | null
  readonly people?: readonly Person[]
  readonly ago?: string
}

/** Writes one event into the log, under a name by which it is found again. */
async function write(name: string, { actor, target, people = [], ago = "1 hour" }: Written) {
  await world.sql(
    `INSERT INTO "AuditEvent" (id, at, action, "actorId", "targetId", details)
     VALUES (gen_random_uuid(), now() - $2::interval, $1, $3, $4, $5)`,
    [
      name,
      ago,
      actor?.id,
      target?.id,
      { device: "Firefox on Linux", people: people.map(({ id }) => id) },
    ],
  )
}

async function read({ id }: Person) {
  const { items } = await historyOf(id, {}, world.connection)
  return items
}

test("a person sees their own acts and what others did to them, the latest first, and by whom without a name", async () => {
  await write("own", { actor: ann, target: ann, ago: "1 hour" })
  await write("by an administrator", { actor: admin, target: ann, ago: "2 hours" })
  await write("on several", { actor: admin, target: null, people: [bob, ann], ago: "3 hours" })
  await write("by nobody", { actor: null, target: ann, ago: "4 hours" })

  const events = await read(ann)
  expect(events.map(({ action, by }) => [action, by])).toEqual([
    ["own", "self"],
    ["by an administrator", "administrator"],
    ["on several", "administrator"],
    ["by nobody", "nobody"],
  ])
  expect(JSON.stringify(events)).not.toContain(admin.id)
  expect(events[0]).toMatchObject({ device: "Firefox on Linux" })
})

test("a person sees nothing of what others did elsewhere, nor of their own acts on others", async () => {
  const [eve, other] = [await addPerson(world), await addPerson(world)]
  await write("another's", { actor: other, target: other })
  await write("on another", { actor: eve, target: other })
  await write("on others", { actor: admin, target: null, people: [other] })
  expect(await read(eve)).toEqual([])
  expect(await read(other)).toHaveLength(3)
})

test.each([
  ["89 days", 1],
  ["91 days", 0],
])("an event of %s ago is told by %s of each kind", async (ago, count) => {
  const eve = await addPerson(world)
  await write("own", { actor: eve, target: eve, ago })
  await write("on several", { actor: admin, target: null, people: [eve], ago })
  expect(await read(eve)).toHaveLength(count * 2)
})
