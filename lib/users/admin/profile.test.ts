import { afterAll, expect, test } from "vitest"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"
import { createUser } from "./create-user"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

test("a change of name, picture or address logs nobody out, in one statement or in many", async () => {
  const ann = await addPerson(world)
  const { secret } = await issueTo(world, ann)

  await stores.users.update(ann.id, { name: "Ann Lee", image: "https://example.com/ann.png" })
  await stores.users.update(ann.id, { name: "Ann" })
  await stores.users.update(ann.id, { emailVerifiedAt: new Date() })
  await sql(`UPDATE "User" SET email = $2, name = 'Anna' WHERE id = $1`, [
    ann.id,
    `new-${ann.email}`,
  ])

  expect(await statusOf(world, secret)).toBe("active")
  expect(await stores.users.find(ann.id)).toMatchObject({
    name: "Anna",
    epoch: 0,
    hasPassword: true,
  })
})

test("what is read of a person never holds the hash", async () => {
  const ann = await addPerson(world)
  const read = [await stores.users.find(ann.id), await stores.users.findByEmail(ann.email)]
  expect(JSON.stringify(read)).not.toMatch(/argon2|passwordHash/)
})

const person = {
  name: "Ann",
  password: "lantern harbor demo",
  role: "admin",
} as const

test("a new person can log in, under the address as it is kept, and the log says who became what", async () => {
  const created = await createUser(world, { ...person, email: "  Root@Example.com " })
  expect(created).toMatchObject({
    ok: true,
    value: { email: "root@example.com", role: "admin", hasPassword: true },
  })
  const [entry] = await sql(`SELECT action, "actorId", details FROM "AuditEvent"`)
  expect(entry).toEqual({ action: "create_user", actorId: null, details: { role: "admin" } })
})

test("an address that is taken, however it is written, makes nobody", async () => {
  const email = `taken-${Date.now()}@example.com`
  await createUser(world, { ...person, email })
  expect(await createUser(world, { ...person, email: email.toUpperCase() })).toEqual({
    ok: false,
    failure: "email_taken",
  })
})

test("a password that is no password makes nobody", async () => {
  const email = "short@example.com"
  expect(await createUser(world, { ...person, email, password: "short" })).toEqual({
    ok: false,
    failure: "too_short",
  })
  expect(await stores.users.findByEmail(email)).toBe(null)
})
