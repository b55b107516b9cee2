import { randomUUID } from "node:crypto"
import { hashSecret, newSecret } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { inviteUser } from "@/lib/users/admin/invite-user"
import { consumeMagicLink } from "@/lib/users/log-in/consume-magic-link"
import { requestMagicLink } from "@/lib/users/log-in/request-magic-link"
import { signUpUser } from "@/lib/users/log-in/sign-up-user"
import type { Parts } from "@/lib/users/ports/parts"
import { changeEmail, emailLinkFor } from "@/test/mail/links"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import { openLane } from "@/test/races/barriers"
import { addPerson, anAdministrator, createWorld, type Person, partsOn } from "@/test/world/people"
import { confirmEmailChange } from "./change-email"
import { undoEmailChange } from "./undo-email-change"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const someAddress = () => `${randomUUID()}@example.com`

/** Each way to get an address that is somebody else's. True: the taker got it. */
const takers: Record<string, (email: string) => Promise<boolean>> = {
  "a stranger who signs up by a provider": async (email) => (await signUp(email)).ok,
  "a stranger who asks for a link by mail": async (email) => {
    const before = (await mailsTo(world, email)).length
    await requestMagicLink(world, { email, verificationToken: String })
    const links = await sql(`SELECT FROM "SignUpLink" WHERE email = $1`, [email])
    expect((await mailsTo(world, email)).length - before).toBe(links.length)
    return links.length > 0
  },
  "a stranger whose link is older": async (email) => {
    const hash = hashSecret(newSecret())
    const row = [hash, email, inAnHour()]
    await sql(`INSERT INTO "SignUpLink" (hash, email, "expiresAt") VALUES ($1, $2, $3)`, row)
    const link = { email, hash, address: null }
    return (await consumeMagicLink(world, link)).ok
  },
  "an invited person": async (email) => {
    const invitation = { email, name: null, role: "user", invitedBy: "Ann" } as const
    return (await inviteUser(world, await anAdministrator(world), invitation)).ok
  },
  "somebody who changes theirs": async (email) =>
    (await changeEmail(world, await addPerson(world), email)).ok,
}
const ways = Object.entries(takers)

test.each(ways)(
  "%s does not get an address that its owner may still take back",
  async (_, take) => {
    const ann = await hijacked()
    expect(await take(ann.email)).toBe(false)
    expect(await stores.users.findByEmail(ann.email)).toBe(null)
    expect(await undo(ann)).toMatchObject({ ok: true, value: { email: ann.email } })
  },
)

test.each(ways)("%s gets it once the way back is over", async (_, take) => {
  const ann = await hijacked()
  await sql(
    `UPDATE log_out_everywhere.token SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1 AND purpose = 'email_change_undo'`,
    [ann.id],
  )
  expect(await take(ann.email)).toBe(true)
})

test("the owner takes the address back by an ordinary change too", async () => {
  const ann = await hijacked()
  expect(await changeEmail(world, ann, ann.email)).toMatchObject({ ok: true })
})

test("a provider's log-in is refused alike for an address that is somebody's and one that may be again", async () => {
  const [ann, bob] = [await hijacked(), await addPerson(world)]
  const failures = []
  for (const { email } of [ann, bob]) failures.push(await signUp(email))
  const taken = { ok: false, failure: "taken" }
  expect(failures).toEqual([taken, taken])
})

test("whoever signs up while the address is being given up does not get it", async () => {
  const ann = await addPerson(world)
  const secret = await emailLinkFor(world, ann, someAddress())
  const [hers, theirs] = [openLane(world), openLane(world)]
  let got: boolean | undefined
  const changing = hers.begin([/^COMMIT/], async (connection) => {
    const confirmation = { secret, currentTokenId: null, address: null }
    await confirmEmailChange(partsOn(connection), confirmation)
  })
  const taking = theirs.begin([], async (connection) => {
    got = (await signUp(ann.email, partsOn(connection))).ok
  })
  expect(await changing.step()).toBe("stopped")
  expect(await taking.step()).toBe("waiting")
  await changing.step()
  await taking.finished
  await Promise.all([hers.close(), theirs.close()])

  expect(got).toBe(false)
  expect(await undo(ann)).toMatchObject({ ok: true })
})

const inAnHour = () => new Date(Date.now() + 3_600_000)

function signUp(email: string, on: Parts = world) {
  const stranger = { email, name: null, image: null, emailVerifiedAt: null }
  return signUpUser(on, stranger, { method: "oidc", address: null })
}

async function hijacked(): Promise<Person> {
  const ann = await addPerson(world)
  expect(await changeEmail(world, ann, someAddress())).toMatchObject({ ok: true })
  return ann
}

async function undo({ email }: Person) {
  const secret = await linkIn(world, email, "email_change_notice")
  const link = { secret, address: null, nameOf: String }
  return undoEmailChange(world, link)
}
