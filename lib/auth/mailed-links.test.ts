import { randomUUID } from "node:crypto"
import { newSecret } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { adapterOn } from "@/scripts/race-parts"
import { addPerson, createWorld, issueTo, statusOf } from "@/scripts/test-people"

const world = await createWorld()
afterAll(world.close)
const { sql } = world
const closed = adapterOn(world.connection)
const open = adapterOn(world.connection, true)
const inAnHour = () => new Date(Date.now() + 3_600_000)

const people = {
  "somebody with an account": async () => (await addPerson(world)).email,
  "a stranger, where sign-up is open": async () => `${randomUUID()}@example.com`,
}

test.each(Object.entries(people))(
  "a link for %s works once, for its address alone",
  async (_, address) => {
    const [identifier, other] = [await address(), await address()]
    const token = await mail(identifier)
    expect(await use(identifier, newSecret())).toBe(null)
    expect(await use(other, token)).toBe(null)
    expect(await use(identifier.toUpperCase(), token)).toMatchObject({
      identifier: identifier.toUpperCase(),
      token,
    })
    expect(await use(identifier, token)).toBe(null)
  },
)

test.each(Object.entries(people))(
  "of fifty uses of one link for %s at once one wins",
  async (_, address) => {
    const identifier = await address()
    const token = await mail(identifier)
    const used = await Promise.all(Array.from({ length: 50 }, () => use(identifier, token)))
    expect(used.filter((each) => each !== null)).toHaveLength(1)
  },
)

test.each([
  [
    "somebody with an account",
    people["somebody with an account"],
    `UPDATE log_out_everywhere.token SET "expiresAt" = now() - interval '1 second' WHERE purpose = 'magic_link'`,
  ],
  [
    "a stranger",
    people["a stranger, where sign-up is open"],
    `UPDATE "SignUpLink" SET "expiresAt" = now() - interval '1 second'`,
  ],
])("a link for %s that is past its deadline is none", async (_, address, pass) => {
  const identifier = await address()
  const token = await mail(identifier)
  await sql(pass)
  expect(await use(identifier, token)).toBe(null)
})

test.each(Object.entries(people))(
  "a link for %s ends when the provider says",
  async (_, address) => {
    const [identifier, token] = [await address(), newSecret()]
    const expires = new Date(Date.now() + 60_000)
    await open.createVerificationToken({ identifier, token, expires })
    const kept = (await use(identifier, token))?.expires
    // Put into the database's time, to the moments that asking it took.
    expect(+(kept ?? 0)).toBeLessThanOrEqual(+expires)
    expect(+(kept ?? 0)).toBeGreaterThan(+expires - 60_000)
  },
)

test("what is kept of a link does not open anything", async () => {
  const { email } = await addPerson(world)
  const token = await mail(email)
  const kept = JSON.stringify(
    await sql(`SELECT t::text, s::text FROM log_out_everywhere.token t, "SignUpLink" s`),
  )
  expect(kept).not.toContain(token)
})

test("a link is no session, and a session is no link", async () => {
  const ann = await addPerson(world)
  const token = await mail(ann.email)
  expect(await closed.getSessionAndUser(token)).toBe(null)
  const { secret } = await issueTo(world, ann)
  expect(await use(ann.email, secret)).toBe(null)
  expect(await statusOf(world, secret)).toBe("active")
})

test("a stranger's link is not even kept where sign-up is closed, and who asks does not learn it", async () => {
  const before = await sql(`SELECT FROM "SignUpLink"`)
  const asked = { identifier: "nobody@example.com", token: newSecret(), expires: inAnHour() }
  expect(await closed.createVerificationToken(asked)).toEqual(asked)
  expect(await sql(`SELECT FROM "SignUpLink"`)).toHaveLength(before.length)
  expect(await use(asked.identifier, asked.token)).toBe(null)
})

test("somebody disabled gets no link that works, and who asks does not learn it", async () => {
  const { id, email } = await addPerson(world)
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [id])
  const asked = { identifier: email, token: newSecret(), expires: inAnHour() }
  expect(await closed.createVerificationToken(asked)).toEqual(asked)
  expect(await use(email, asked.token)).toBe(null)
})

async function mail(identifier: string): Promise<string> {
  const token = newSecret()
  await open.createVerificationToken({ identifier, token, expires: inAnHour() })
  return token
}

async function use(identifier: string, token: string) {
  const { useVerificationToken: consume } = open
  return consume({ identifier, token })
}
