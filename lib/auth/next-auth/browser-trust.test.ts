import { hashSecret, type TriggerRule } from "log-out-everywhere"
import { afterAll, describe, expect, test } from "vitest"
import { purposesOf } from "@/app/(private)/admin/sessions/reach"
import { authentication } from "@/authentication"
import { revokeToken } from "@/lib/users/account/api-token"
import { reportSession } from "@/lib/users/account/report-session"
import { undoEmailChange } from "@/lib/users/account/undo-email-change"
import { enableUser } from "@/lib/users/admin/administer-user"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { logUserOut } from "@/lib/users/admin/log-user-out"
import { revokeSelected } from "@/lib/users/admin/revoke-selected"
import { logOut, logOutInScope, revokeSession } from "@/lib/users/log-in/log-out"
import { otherDevices } from "@/lib/users/ports/scopes"
import { changeEmail, reportLinkFor } from "@/test/mail/links"
import { linkIn } from "@/test/mail/written-mails"
import { logInBy } from "@/test/races/browsers"
import { triggerActs } from "@/test/races/trigger-acts"
import {
  actorIn,
  actorOf,
  addPerson,
  anAdministrator,
  createWorld,
  type Person,
} from "@/test/world/people"
import { doorOf } from "./door"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world
const { triggers, logOutEverywhere } = authentication
const { purposes } = logOutEverywhere

const logIn = (person: Person, secrets?: readonly string[]) => logInBy(world, person, secrets)

async function twoBrowsers() {
  const person = await addPerson(world)
  const [here, thiefs] = [await logIn(person), await logIn(person)]
  expect([here.isNew, thiefs.isNew]).toEqual([true, true])
  return { person, here, thiefs }
}

type Given = Awaited<ReturnType<typeof twoBrowsers>>

/** Whose browser is known afterwards, to the throttle and to the log-in alike. */
async function knownAfter({ person, here, thiefs }: Given) {
  const known = []
  for (const [name, { secrets }] of Object.entries({ here, thiefs })) {
    const door = await doorOf(stores.tokens, secrets, person.email)
    const { isNew } = await logIn(person, secrets)
    expect(isNew).toBe(door.kind === "stranger")
    if (!isNew) known.push(name)
  }
  return known
}

const acts: Record<string, [readonly string[], (given: Given) => Promise<unknown>]> = {
  "an ordinary log-out": [
    ["here", "thiefs"],
    ({ thiefs }) => logOut(world, thiefs.issued.secret, null),
  ],
  "log out everywhere": [
    [],
    ({ person, here }) =>
      logOutInScope(world, actorIn(person, here.issued), { kind: "everywhere", purposes }),
  ],
  "log out other devices": [
    ["here"],
    ({ person, here }) =>
      logOutInScope(world, actorIn(person, here.issued), otherDevices(here.issued.token.id)),
  ],
  "log out other devices, by an API token": [
    [],
    async ({ person }) => {
      const actor = await actorOf(world, person)
      return logOutInScope(world, actor, otherDevices(actor.tokenId))
    },
  ],
  "log out this device": [
    ["here"],
    ({ person, here, thiefs }) =>
      revokeSession(world, actorIn(person, here.issued), thiefs.issued.token.id),
  ],
  "This wasn't me, of one session": [
    ["here"],
    async ({ person, thiefs }) => {
      const secret = await reportLinkFor(world, person, thiefs.issued.token)
      const report = { secret, address: null, answer: "one", nameOf: String } as const
      return reportSession(world, report)
    },
  ],
  "This wasn't me, of a session that is over": [
    ["here"],
    async ({ person, thiefs }) => {
      const secret = await reportLinkFor(world, person, thiefs.issued.token)
      await logOut(world, thiefs.issued.secret, null)
      const report = { secret, address: null, answer: "one", nameOf: String } as const
      return reportSession(world, report)
    },
  ],
  "a change of address that is undone": [
    [],
    async ({ person }) => {
      await changeEmail(world, person, `new-${person.email}`)
      const secret = await linkIn(world, person.email, "email_change_notice")
      return undoEmailChange(world, { secret, address: null, nameOf: String })
    },
  ],
  "an administrator's log-out of a person": [
    [],
    async ({ person: { id: userId } }) =>
      logUserOut(world, await anAdministrator(world), { userId, purposes, reason: null }),
  ],
  "an administrator's choice of sessions": [
    ["here"],
    async ({ thiefs }) =>
      revokeSelected(world, await anAdministrator(world), [thiefs.issued.token.id]),
  ],
  "an administrator's end of one token": [
    ["here"],
    async ({ thiefs }) => revokeToken(world, await anAdministrator(world), thiefs.issued.token),
  ],
}

const kept: Record<keyof typeof triggerActs, readonly string[]> = {
  password_changed: ["here"],
  password_reset: [],
  reset_started_by_admin: [],
  email_changed: ["here"],
  role_changed: [],
  account_disabled: [],
  provider_unlinked: ["here"],
  reported: [],
}

describe("a browser is known until trust is taken away", () => {
  test.each(Object.entries(acts))("after %s", async (_, [known, act]) => {
    const given = await twoBrowsers()
    await act(given)
    expect(await knownAfter(given)).toEqual(known)
  })

  const events = Object.entries(triggerActs)
  const narrow: TriggerRule = { scope: "none", purposes: [] }
  test.each(
    events.flatMap(([event, act]) => {
      const shipped = [event, "as shipped", act, triggers[event as keyof typeof kept]] as const
      const isTriedNarrow = event === "provider_unlinked" || event === "reported"
      const ending = [event, "where the policy ends nothing", act, narrow] as const
      return isTriedNarrow ? [shipped, ending] : [shipped]
    }),
  )("after %s, %s", async (event, _, { prepare, run }, rule) => {
    const given = await twoBrowsers()
    const secret = await prepare(world, given.person)
    const done = await run(world, { ...given, current: given.here.issued, secret }, rule)
    expect(done).toMatchObject({ ok: true })
    await enableUser(world, await anAdministrator(world), given.person.id)
    const [owner] = await sql<{ email: string }>(`SELECT email FROM "User" WHERE id = $1`, [
      given.person.id,
    ])
    const person = { ...given.person, email: owner?.email ?? "" }
    expect(await knownAfter({ ...given, person })).toEqual(kept[event as keyof typeof kept])
  })
})

test.each([
  ["sessions", ["here", "thiefs"]],
  ["everything", []],
] as const)("logging everyone out of %s leaves known: %j", async (reach, known) => {
  const given = await twoBrowsers()
  const admin = await addPerson(world, { role: "admin" })
  const { issued } = await logIn(admin)
  const actor = actorIn(admin, issued)
  const done = await logEveryoneOut(world, actor, purposesOf(reach))
  expect(done).toMatchObject({ ok: true })
  expect(await knownAfter(given)).toEqual(known)
})

test("the name of a browser outlives its trust", async () => {
  const { person, here, thiefs } = await twoBrowsers()
  const actor = actorIn(person, here.issued)
  await logOutInScope(world, actor, { kind: "everywhere", purposes })
  const found = await stores.tokens.findByHash(hashSecret(thiefs.secrets[0] ?? ""))
  expect(found?.token).toMatchObject({
    purpose: "browser",
    name: "Unknown device",
    revocation: { reason: "log_out_everywhere" },
  })
})
