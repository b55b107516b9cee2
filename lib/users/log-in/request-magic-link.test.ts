import { randomUUID } from "node:crypto"
import { hashSecret } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { fifty } from "@/test/mail/links"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import { newEntrance, startOn } from "@/test/races/race-parts"
import { addPerson, auditOf, createWorld, type Person } from "@/test/world/people"
import { consumeMagicLink } from "./consume-magic-link"
import { logOutFor } from "./log-out"
import { requestMagicLink } from "./request-magic-link"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const { logOutEverywhere } = authentication
/** What a mailed secret is looked up by. Any function of it will do. */
const verificationToken = (secret: string) => `made of ${secret}`
const { consume } = world.verificationLinks
const closed = { ...world, isSignUpOpen: () => false }

test("the mailed link logs its person in once, and only as them", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const secret = await mailed(ann.email)
  expect(await use(bob.email, secret)).toBe(null)
  expect(await use(ann.email, secret)).toMatchObject({ email: ann.email })
  expect(await use(ann.email, secret)).toBe(null)
})

test("of fifty log-ins by one link at once one gets a session", async () => {
  const ann = await addPerson(world)
  const secret = await mailed(ann.email)
  const sessions = await fifty(() => logIn(ann, secret))
  expect(sessions.filter((session) => session !== null)).toHaveLength(1)
  expect(await stores.tokens.countLive(ann.id)).toEqual({ session: 1 })
  const acts = (await auditOf(world, ann)).map(({ action }) => action)
  expect(acts.filter((action) => action === "log_in")).toHaveLength(1)
})

test("a newer link takes the place of the one before", async () => {
  const ann = await addPerson(world)
  const [before, after] = [await mailed(ann.email), await mailed(ann.email)]
  expect(await use(ann.email, before)).toBe(null)
  expect(await use(ann.email, after)).not.toBe(null)
})

test("logging out everywhere ends the link that waits", async () => {
  const ann = await addPerson(world)
  const secret = await mailed(ann.email)
  const { purposes } = logOutEverywhere
  const ended = await logOutFor(world, ann.id, { kind: "everywhere", purposes })
  expect(ended).toEqual({ magic_link: 1 })
  expect(await use(ann.email, secret)).toBe(null)
})

test("what the database keeps is not what was mailed", async () => {
  const ann = await addPerson(world)
  const secret = await mailed(ann.email)
  expect(await stores.tokens.findByHash(hashSecret(secret))).toBe(null)
})

test("where sign-up is closed a stranger gets no mail, and nothing is kept", async () => {
  const stranger = `${randomUUID()}@example.com`
  const before = await sql(`SELECT FROM "SignUpLink"`)
  await requestMagicLink(closed, { email: stranger, verificationToken })
  expect(await mailsTo(world, stranger)).toEqual([])
  expect(await sql(`SELECT FROM "SignUpLink"`)).toHaveLength(before.length)
})

test("where sign-up is open a stranger's link works once", async () => {
  const stranger = `${randomUUID()}@example.com`
  await requestMagicLink(world, { email: stranger, verificationToken })
  const secret = await linkIn(world, stranger, "magic_link")
  expect(await use(stranger, secret)).toMatchObject({ email: stranger })
  expect(await use(stranger, secret)).toBe(null)
})

test("somebody disabled gets no mail, also where sign-up is open", async () => {
  const ann = await addPerson(world)
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [
    ann.id,
  ])
  await requestMagicLink(world, { email: ann.email, verificationToken })
  expect(await mailsTo(world, ann.email)).toEqual([])
})

async function mailed(email: string): Promise<string> {
  await requestMagicLink(closed, { email, verificationToken })
  return linkIn(world, email, "magic_link")
}

const use = (email: string, secret: string) => consume(email, hashSecret(verificationToken(secret)))

/** As the app does it; null where the link opens nothing. */
async function logIn(person: Person, secret: string) {
  const entrance = await newEntrance(world.connection, person, { method: "magic_link" })
  const { email, address } = person
  const link = { email, hash: hashSecret(verificationToken(secret)), address }
  const used = await consumeMagicLink(closed, link)
  if (!used.ok) return null
  const started = await startOn(world.connection, { ...entrance, stood: used.value })
  return started.ok ? started.value.issued : null
}
