import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import { disableUser } from "@/lib/users/admin/administer-user"
import { actorOf, addPerson, createWorld, issueTo } from "@/test/world/people"
import { pageSize } from "./keyset"
import { type UserSearch, userDirectory } from "./user-directory"

const world = await createWorld()
afterAll(world.close)
const { sql } = world
const directory = userDirectory(world.connection)

const anybody: UserSearch = { text: "", role: null, state: null }

test("people are found by part of their name or e-mail address, as it stands", async () => {
  await sql(`INSERT INTO "User" (id, email, name) VALUES ($1, 'u_100%@odd.example', 'Zoë Maß')`, [
    randomUUID(),
  ])
  for (const text of ["u_100%@ODD", "zoë m", "_100%"]) {
    const { items } = await directory.page({ ...anybody, text })
    expect(items.map(({ email }) => email)).toEqual(["u_100%@odd.example"])
  }
  expect((await directory.page({ ...anybody, text: "u%odd" })).items).toEqual([])
  expect(await directory.count({ ...anybody, text: "odd.example" }, 10)).toBe(1)
})

test("each person is shown with their live sessions and their latest activity", async () => {
  const person = await addPerson(world)
  const [first] = [await issueTo(world, person), await issueTo(world, person)]
  await issueTo(world, person, { purpose: "api" })
  await sql(
    `UPDATE log_out_everywhere.token SET "revokedAt" = now(), "revocationReason" = 'log_out' WHERE id = $1`,
    [first.token.id],
  )
  const { items } = await directory.page({ ...anybody, text: person.email })
  expect(items).toEqual([
    {
      id: person.id,
      email: person.email,
      name: "Ann",
      role: "user",
      state: "enabled",
      createdAt: expect.any(Date),
      activeSessions: 1,
      lastActiveAt: expect.any(Date),
    },
  ])
})

test("a filter keeps the role and the state that it names", async () => {
  const by = await addPerson(world, { role: "admin" })
  const ann = await addPerson(world)
  await disableUser(world, await actorOf(world, by), ann.id)

  const emails = async (filter: Partial<UserSearch>) =>
    (await directory.page({ ...anybody, ...filter })).items.map(({ email }) => email)
  expect(await emails({ role: "admin" })).toEqual([by.email])
  expect(await emails({ state: "disabled" })).toEqual([ann.email])
  expect(await emails({ state: "enabled" })).not.toContain(ann.email)

  await sql(`INSERT INTO "User" (id, email) VALUES (gen_random_uuid(), 'asked@invited.example')`)
  expect(await emails({ state: "invited", text: "@invited" })).toEqual(["asked@invited.example"])
  expect(await emails({ state: "invited" })).not.toContain(by.email)
  expect(await emails({ state: "enabled" })).not.toContain("asked@invited.example")
})

test("pages lead through everybody once, there and back", async () => {
  await sql(
    `INSERT INTO "User" (id, email) SELECT gen_random_uuid(), n || '@many.example' FROM generate_series(1, $1::int) n`,
    [2 * pageSize + 5],
  )
  const search = { ...anybody, text: "@many.example" }
  const first = await directory.page(search)
  const second = await directory.page({ ...search, after: first.next ?? "" })
  const third = await directory.page({ ...search, after: second.next ?? "" })
  const emails = [first, second, third].flatMap(({ items }) => items.map(({ email }) => email))
  expect(new Set(emails).size).toBe(2 * pageSize + 5)
  expect(third.next).toBeNull()
  expect(await directory.page({ ...search, before: third.previous ?? "" })).toEqual(second)
})
