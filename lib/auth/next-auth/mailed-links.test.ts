import { randomUUID } from "node:crypto"
import { hashSecret, newSecret } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { consumeMagicLink } from "@/lib/users/log-in/consume-magic-link"
import { requestMagicLink } from "@/lib/users/log-in/request-magic-link"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import { openDoor } from "@/test/races/door"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
afterAll(world.close)
const { sql } = world
const { policy } = authentication
const closed = { ...world, isSignUpOpen: () => false }

const people = {
  "somebody with an account": async () => (await addPerson(world)).email,
  "a stranger, where sign-up is open": async () => `${randomUUID()}@example.com`,
}

test.each(Object.entries(people))(
  "a link for %s works once, for its address alone",
  async (_, address) => {
    const [email, other] = [await address(), await address()]
    const secret = await mail(email)
    expect(await use(email, newSecret())).toBe(null)
    expect(await use(other, secret)).toBe(null)
    expect(await use(email.toUpperCase(), secret)).toMatchObject({ method: "magic_link" })
    expect(await use(email, secret)).toBe(null)
  },
)

test.each(Object.entries(people))(
  "a link for %s lets in whose address it is, which is verified then",
  async (_, address) => {
    const email = await address()
    const used = await use(email, await mail(email))
    const [person] = await sql(
      `SELECT id AS "userId", now() - "emailVerifiedAt" < interval '1 minute' AS "isVerified"
       FROM "User" WHERE email = $1`,
      [email],
    )
    expect(person).toEqual({ userId: used?.userId, isVerified: true })
  },
)

test.each(Object.entries(people))(
  "of fifty uses of one link for %s at once one wins",
  async (_, address) => {
    const email = await address()
    const secret = await mail(email)
    const used = await Promise.all(Array.from({ length: 50 }, () => use(email, secret)))
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
  const email = await address()
  const secret = await mail(email)
  await sql(pass)
  expect(await use(email, secret)).toBe(null)
})

test.each(Object.entries(people))("a link for %s ends when the policy says", async (_, address) => {
  const secret = await mail(await address())
  const { maximumLifetimeMs } = policy.lifetimes.magic_link.standard
  const [link] = await sql<{ restMs: number }>(
    `SELECT extract(epoch FROM "expiresAt" - now()) * 1000 AS "restMs" FROM
         (SELECT hash, "expiresAt" FROM log_out_everywhere.token UNION
          SELECT hash, "expiresAt" FROM "SignUpLink") l WHERE hash = $1`,
    [hashSecret(secret)],
  )
  // To the moments that asking took.
  expect(Number(link?.restMs)).toBeLessThanOrEqual(maximumLifetimeMs)
  expect(Number(link?.restMs)).toBeGreaterThan(maximumLifetimeMs - 60_000)
})

test("what is kept of a link does not open anything", async () => {
  const { email } = await addPerson(world)
  const secret = await mail(email)
  const kept = JSON.stringify(
    await sql(`SELECT t::text, s::text FROM log_out_everywhere.token t, "SignUpLink" s`),
  )
  expect(kept).not.toContain(secret)
})

test("a link is no session, and a session is no link", async () => {
  const ann = await addPerson(world)
  expect(await openDoor(world).sees(await mail(ann.email))).toBe(null)
  const { secret } = await issueTo(world, ann)
  expect(await use(ann.email, secret)).toBe(null)
  expect(await statusOf(world, secret)).toBe("active")
})

test("a stranger's link is not even kept where sign-up is closed, and who asks does not learn it", async () => {
  const before = await sql(`SELECT FROM "SignUpLink"`)
  const asked = requestMagicLink(closed, { email: "nobody@example.com", verificationToken: String })
  expect(await asked).toBe(undefined)
  expect(await sql(`SELECT FROM "SignUpLink"`)).toHaveLength(before.length)
  expect(await mailsTo(world, "nobody@example.com")).toEqual([])
})

test("a stranger's link lets nobody in where sign-up was closed since", async () => {
  const email = `${randomUUID()}@example.com`
  const hash = hashSecret(await mail(email))
  const used = await consumeMagicLink(closed, { email, hash, address: null })
  expect(used).toEqual({ ok: false, failure: "no_account" })
  expect(await sql(`SELECT FROM "User" WHERE email = $1`, [email])).toEqual([])
})

test("somebody disabled gets no link that works, and who asks does not learn it", async () => {
  const { id, email } = await addPerson(world)
  const secret = await mail(email)
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [id])
  expect(await use(email, secret)).toBe(null)
  expect(await requestMagicLink(world, { email, verificationToken: String })).toBe(undefined)
  expect(await mailsTo(world, email)).toHaveLength(1)
})

async function mail(email: string): Promise<string> {
  await requestMagicLink(world, { email, verificationToken: String })
  return linkIn(world, email, "magic_link")
}

async function use(email: string, secret: string) {
  const link = { email, hash: hashSecret(secret), address: null }
  const used = await consumeMagicLink(world, link)
  return used.ok ? used.value : null
}
