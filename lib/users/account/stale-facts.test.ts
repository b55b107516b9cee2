import { randomUUID } from "node:crypto"
import { afterAll, expect, test } from "vitest"
import type { Connection } from "@/lib/db/client"
import { inviteAgain } from "@/lib/users/admin/invite-user"
import { requestMagicLink } from "@/lib/users/log-in/request-magic-link"
import { mailsTo } from "@/test/mail/written-mails"
import { openLane } from "@/test/races/barriers"
import {
  addPerson,
  anAdministrator,
  auditOf,
  createWorld,
  type Person,
  partsOn,
} from "@/test/world/people"
import { requestPasswordReset, startPasswordReset } from "./start-password-reset"

const world = await createWorld()
const lane = openLane(world)
afterAll(async () => {
  await lane.close()
  await world.close()
})
const { sql, stores } = world

const by = await anAdministrator(world)
const closed = (on: Connection) => ({ ...partsOn(on), isSignUpOpen: () => false })
const someAddress = () => `${randomUUID()}@example.com`

type Act = (on: Connection, person: Person) => Promise<unknown>

/** What mails a link that opens an account, to the address by which or of whom it was asked for. */
const acts = {
  "a log-in link": (on: Connection, { email }: Person) =>
    requestMagicLink(closed(on), { email, verificationToken: String }),
  "a link for a new password": (on: Connection, { email }: Person) =>
    requestPasswordReset(partsOn(on), email, null),
  "a reset that an administrator starts": (on: Connection, { id }: Person) =>
    startPasswordReset(partsOn(on), by, id),
  "an invitation that is mailed again": (on: Connection, { id }: Person) =>
    inviteAgain(partsOn(on), by, id, "Bea"),
}
const asked = Object.entries(acts)
const administrators: readonly Act[] = [
  acts["a reset that an administrator starts"],
  acts["an invitation that is mailed again"],
]

test.each(asked)(
  "%s goes to no address that the person gave up before it was made",
  async (_, act) => {
    const [ann, bob] = [await addPerson(world, { password: null }), await addPerson(world)]
    const present = someAddress()
    const { acted } = await begin(act, ann)
    await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [ann.id, present])
    await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [bob.id, ann.email])
    await acted()

    expect(await mailsTo(world, ann.email)).toEqual([])
    const mailed = (await mailsTo(world, present)).length
    const {
      password_reset = 0,
      magic_link = 0,
      invitation = 0,
    } = await stores.tokens.countLive(ann.id)
    expect(password_reset + magic_link + invitation).toBe(mailed)
    expect(await auditOf(world, ann)).toHaveLength(mailed)
  },
)

test("no invitation is mailed to somebody who has set a password just before it was made", async () => {
  const ann = await addPerson(world, { password: null })
  const { acted } = await begin(acts["an invitation that is mailed again"], ann)
  await sql(`UPDATE "User" SET "passwordHash" = 'set' WHERE id = $1`, [ann.id])

  expect(await acted()).toEqual({ ok: false, failure: "has_password" })
  expect(await mailsTo(world, ann.email)).toEqual([])
})

/** Stops it before it locks the person: whatever it has read of them by then may change. */
async function begin(act: Act, person: Person) {
  let result: unknown
  const lock = /WHERE u\.id = .* FOR NO KEY UPDATE/s
  // An administrator's own row is locked before.
  const stops = administrators.includes(act) ? [lock, lock] : [lock]
  const { step, finished } = lane.begin(stops, async (connection) => {
    result = await act(connection, person)
  })
  for (const _ of stops) expect(await step()).toBe("stopped")
  return {
    async acted() {
      await step()
      await finished
      return result
    },
  }
}
