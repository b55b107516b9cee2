import { randomUUID } from "node:crypto"
import { hashSecret } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { runLogIn } from "@/lib/auth/log-in-context"
import { verificationLinks } from "@/lib/db/verification-links"
import { adapterOn, newLogIn } from "@/scripts/race-parts"
import { fifty } from "@/scripts/test-links"
import { addPerson, auditOf, createWorld, type Person } from "@/scripts/test-people"
import { linkIn, mailsTo } from "@/scripts/written-mails"
import { logOutFor } from "./log-out"
import { requestMagicLink } from "./request-magic-link"

const world = await createWorld()
afterAll(world.close)
const { stores, transact, sql } = world

const { policy, logOutEverywhere } = authentication
/** In the app NextAuth says what becomes of a mailed secret. Any function of it will do. */
const verificationToken = (secret: string) => `made of ${secret}`
const { insertSignUp } = verificationLinks(world.connection)

test("the mailed link logs its person in once, and only as them", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const secret = await mailed(ann.email)
  expect(await use(bob.email, secret)).toBe(null)
  expect(await use(ann.email, secret)).toMatchObject({ identifier: ann.email })
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
  const ended = await logOutFor(transact, ann.id, { kind: "everywhere", purposes })
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
  await requestMagicLink(transact, policy, verificationToken, stranger, null)
  expect(await mailsTo(world, stranger)).toEqual([])
  expect(await sql(`SELECT FROM "SignUpLink"`)).toHaveLength(before.length)
})

test("where sign-up is open a stranger's link works once", async () => {
  const stranger = `${randomUUID()}@example.com`
  await requestMagicLink(transact, policy, verificationToken, stranger, insertSignUp)
  const secret = await linkIn(world, stranger, "magic_link")
  expect(await use(stranger, secret)).toMatchObject({ identifier: stranger })
  expect(await use(stranger, secret)).toBe(null)
})

test("somebody disabled gets no mail, also where sign-up is open", async () => {
  const ann = await addPerson(world)
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [
    ann.id,
  ])
  await requestMagicLink(transact, policy, verificationToken, ann.email, insertSignUp)
  expect(await mailsTo(world, ann.email)).toEqual([])
})

async function mailed(email: string): Promise<string> {
  await requestMagicLink(transact, policy, verificationToken, email, null)
  return linkIn(world, email, "magic_link")
}

function use(identifier: string, secret: string) {
  const { useVerificationToken: consume } = adapterOn(world.connection)
  return consume({ identifier, token: verificationToken(secret) })
}

/** As NextAuth's callback does it; null where the link opens nothing. */
function logIn({ id: userId, email, address }: Person, secret: string) {
  return runLogIn(newLogIn({ address }, "magic_link"), async () => {
    if (!(await use(email, secret))) return null
    const { createSession } = adapterOn(world.connection)
    const asked = { sessionToken: randomUUID(), userId, expires: new Date() }
    return createSession(asked)
  })
}
