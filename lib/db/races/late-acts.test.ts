import type { Issued } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { issueApiToken } from "@/lib/users/account/api-token"
import { requestEmailChange } from "@/lib/users/account/change-email"
import { linkAccount } from "@/lib/users/account/link-account"
import { nameBrowser } from "@/lib/users/account/name-browser"
import { recogniseDevice } from "@/lib/users/account/recognise-device"
import { reportOwnSession } from "@/lib/users/account/report-session"
import { changeRole, deleteOwnAccount } from "@/lib/users/admin/administer-user"
import { logOutFor, logOutInScope, revokeSession } from "@/lib/users/log-in/log-out"
import type { Parts } from "@/lib/users/ports/parts"
import { openLane } from "@/test/races/barriers"
import { commits } from "@/test/races/race-parts"
import {
  actorIn,
  addPerson,
  anAdministrator,
  createWorld,
  issueTo,
  type Person,
  partsOn,
  statusOf,
} from "@/test/world/people"

const world = await createWorld()
const [ending, acting] = [openLane(world), openLane(world)]
afterAll(async () => {
  await Promise.all([ending.close(), acting.close()])
  await world.close()
})

const { logOutEverywhere } = authentication
const everywhere = { kind: "everywhere", purposes: logOutEverywhere.purposes } as const
const ended = { ok: false, failure: "session_ended" }

type Act = (on: Parts, person: Person, session: Issued) => Promise<unknown>

/** What a session asks for just before it ends, and comes to do just after. */
const acts: Readonly<Record<string, Act>> = {
  "a change of address": (on, person, session) =>
    requestEmailChange(on, actorIn(person, session), `new-${person.email}`),
  "an API token": (on, person, session) =>
    issueApiToken(on, actorIn(person, session), session.token, {
      name: "CI",
      days: 30,
      browser: "Firefox on Linux",
    }),
  "a provider's link": (on, person, session) => {
    const account = { provider: "oidc", providerAccountId: person.id }
    const inWords = { provider: "Single sign-on", device: "Firefox on Linux" }
    return linkAccount(on, actorIn(person, session), account, "oidc", inWords)
  },
  "recognising a device": (on, person, session) => {
    const device = { browserId: session.token.id, name: "Firefox on Linux", actingBrowserId: null }
    return recogniseDevice(on, actorIn(person, session), device)
  },
  "a browser's name": (on, person, session) =>
    nameBrowser(on, actorIn(person, session), { browserId: session.token.id, name: "Laptop" }),
  "a report of another session": (on, person, session) =>
    reportOwnSession(on, actorIn(person, session), session.token.id),
  "logging out everywhere": (on, person, session) =>
    logOutInScope(on, actorIn(person, session), everywhere),
  "deleting the account": (on, person, session) => deleteOwnAccount(on, actorIn(person, session)),
}

/** Runs an act that began while `end` was under way, and had to wait for it. */
async function late<Value>(
  end: (on: Parts) => Promise<unknown>,
  act: (on: Parts) => Promise<Value>,
): Promise<Value | undefined> {
  let result: Value | undefined
  const before = ending.begin([commits], async (connection) => {
    await end(partsOn(connection))
  })
  const after = acting.begin([commits], async (connection) => {
    result = await act(partsOn(connection))
  })
  await before.step()
  await after.step()
  await before.step()
  for (let halt = await after.step(); halt !== "finished"; ) halt = await after.step()
  return result
}

test.each(Object.entries(acts))(
  "%s does not outlive a log out everywhere that it waited for",
  async (_, act) => {
    const ann = await addPerson(world)
    const session = await issueTo(world, ann)
    const result = await late(
      (on) => logOutFor(on, ann.id, everywhere),
      (on) => act(on, ann, session),
    )
    expect(result).toEqual(ended)
    expect(await world.stores.tokens.countLive(ann.id)).toEqual({})
    expect(await world.stores.accounts.list(ann.id)).toEqual([])
    expect(await world.stores.users.find(ann.id)).not.toBe(null)
  },
)

test.each(Object.entries(acts))(
  "%s does not outlive the end of its one session",
  async (_, act) => {
    const ann = await addPerson(world)
    const [laptop, stolen] = [await issueTo(world, ann), await issueTo(world, ann)]
    const result = await late(
      (on) => revokeSession(on, actorIn(ann, laptop), stolen.token.id),
      (on) => act(on, ann, stolen),
    )
    expect(result).toEqual(ended)
    expect(await world.stores.tokens.countLive(ann.id)).toEqual({ session: 1 })
    expect(await statusOf(world, laptop.secret)).toBe("active")
  },
)

test("an administrator who is just being demoted promotes nobody any more", async () => {
  const [by, bob] = [await anAdministrator(world), await addPerson(world)]
  const root = await anAdministrator(world)
  const result = await late(
    (on) => changeRole(on, root, by.userId, "user"),
    (on) => changeRole(on, by, bob.id, "admin"),
  )
  expect(result).toEqual(ended)
  expect(await world.stores.users.find(bob.id)).toMatchObject({ role: "user" })
})

test("a demotion that ends no session takes the right to administer all the same", async () => {
  const [by, bob] = [await anAdministrator(world), await addPerson(world)]
  await world.sql(`UPDATE "User" SET role = 'user' WHERE id = $1`, [by.userId])
  expect(await changeRole(world, by, bob.id, "admin")).toEqual(ended)
})
