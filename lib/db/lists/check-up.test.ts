import type { Issued, TokenPurpose } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { linkAccount } from "@/lib/users/account/link-account"
import { recogniseDevice } from "@/lib/users/account/recognise-device"
import { logInBy } from "@/test/races/browsers"
import {
  actorIn,
  addOn,
  addPerson,
  createWorld,
  issueTo,
  type Person,
  type World,
} from "@/test/world/people"
import { type CheckUp, checkUpOf, unusedApiTokenMs, unusedSessionMs } from "./check-up"
import { sessionsOf } from "./session-list"

const world = await createWorld()
afterAll(world.close)
const { sql, connection } = world

const day = 24 * 60 * 60_000

test("unused is told of while the session is still there", () => {
  expect(unusedSessionMs).toBe(7 * day)
})

/** A person whose account is not new, in a session of theirs. */
async function someone() {
  const person = await addPerson(world)
  const here = await logInBy(world, person)
  // Times are kept to the millisecond, in which a quick machine logs in twice.
  for (const [table, at, owner] of [
    [`"AuditEvent"`, "at", `"targetId"`],
    [`${addOn}.token`, `"issuedAt"`, `"userId"`],
  ]) {
    await sql(`UPDATE ${table} SET ${at} = ${at} - interval '1 minute' WHERE ${owner} = $1`, [
      person.id,
    ])
  }
  return { person, here }
}

/** Lets time pass since these columns of a token were written. */
const age = ({ token }: Issued, columns: readonly string[], ms: number) =>
  sql(
    `UPDATE ${addOn}.token SET ${columns.map((each) => `"${each}" = "${each}" - $2 * interval '1 ms'`).join(", ")}
     WHERE id = $1`,
    [token.id, ms],
  )

type Arrange = (given: {
  readonly world: World
  readonly person: Person
  readonly here: Issued
}) => Promise<unknown>

const issued =
  (purpose: TokenPurpose, columns: readonly string[], ms: number): Arrange =>
  async ({ person }) =>
    age(await issueTo(world, person, { purpose, isRemembered: true }), columns, ms)

const use = ["issuedAt", "lastActiveAt"]

const found: readonly (readonly [string, Arrange, Partial<Record<keyof CheckUp, number>>])[] = [
  ["nothing", async () => undefined, {}],
  [
    "a log-in from a browser that is not known",
    ({ person }) => logInBy(world, person),
    { newDevices: 1 },
  ],
  [
    "a browser that is new, and was recognised",
    async ({ person, here }) => {
      const { token } = (await logInBy(world, person)).issued
      await recognise(person, here, token.browserId)
    },
    {},
  ],
  [
    "a browser that was new a week ago",
    async ({ person }) => {
      const { token } = (await logInBy(world, person)).issued
      await sql(
        `UPDATE ${addOn}.token SET "issuedAt" = now() - interval '7 days 1 second' WHERE id = $1`,
        [token.browserId],
      )
    },
    {},
  ],
  [
    "a session on a new device that is over",
    async ({ person }) =>
      sql(`UPDATE ${addOn}.token SET "idleAt" = now() WHERE id = $1`, [
        (await logInBy(world, person)).issued.token.id,
      ]),
    {},
  ],
  ["a session just not unused", issued("session", ["lastActiveAt"], unusedSessionMs - 60_000), {}],
  [
    "an unused session",
    issued("session", ["lastActiveAt"], unusedSessionMs),
    { unusedSessions: 1 },
  ],
  ["an unused session that is over", issued("session", [...use, "idleAt"], 15 * day), {}],
  ["an API token just not unused", issued("api", use, unusedApiTokenMs - 60_000), {}],
  [
    "an API token that was never used",
    issued("api", use, unusedApiTokenMs),
    { unusedApiTokens: 1 },
  ],
  ["an API token that was used", issued("api", ["issuedAt"], 30 * day), {}],
  ["a link that waits", issued("report", use, 5 * day), {}],
]

test.each(found)("of %s the check-up tells so", async (_, arrange, expected) => {
  const { person, here } = await someone()
  await arrange({ world, person, here: here.issued })
  const { missingWayIn, ...findings } = await checkUpOf(person.id, here.issued.token.id, connection)
  expect(missingWayIn).toBe("provider")
  expect(
    Object.fromEntries(Object.entries(findings).map(([name, tokens]) => [name, tokens.length])),
  ).toEqual({ newDevices: 0, unusedSessions: 0, unusedApiTokens: 0, ...expected })
})

test("nothing of anybody else's is told, nor the session that asks, however unused or new", async () => {
  const { person, here } = await someone()
  const other = await someone()
  await logInBy(world, other.person)
  const again = await logInBy(world, person)
  await age(again.issued, ["lastActiveAt"], 10 * day)
  const { newDevices, unusedSessions } = await checkUpOf(
    person.id,
    again.issued.token.id,
    connection,
  )
  expect([newDevices, unusedSessions]).toEqual([[], []])
  expect((await checkUpOf(person.id, here.issued.token.id, connection)).newDevices).toHaveLength(1)
})

test("the list of sessions calls the same devices new", async () => {
  const { person, here } = await someone()
  const { token } = (await logInBy(world, person)).issued
  const marked = async () => {
    const { items } = await sessionsOf(person.id, connection).live(here.issued.token, {})
    return items.map((session) => [session.token.id, session.isNew])
  }
  expect(await marked()).toEqual([
    [here.issued.token.id, false],
    [token.id, true],
  ])
  await recognise(person, here.issued, token.browserId)
  expect((await marked()).at(1)).toEqual([token.id, false])
})

test("a device does not vouch for itself, and is new still", async () => {
  const { person, here } = await someone()
  const { issued: thiefs } = await logInBy(world, person)
  expect(await recognise(person, thiefs, thiefs.token.browserId)).toEqual({
    ok: false,
    failure: "own_device",
  })
  expect((await checkUpOf(person.id, here.issued.token.id, connection)).newDevices).toHaveLength(1)
})

test.each([
  ["a password alone", true, 0, "provider"],
  ["a password and a provider", true, 1, null],
  ["a provider alone", false, 1, "password"],
  ["two providers", false, 2, null],
  ["neither", false, 0, "password"],
])("with %s the second way in that is missing is said", async (_, hasPassword, linked, missing) => {
  const person = await addPerson(world, hasPassword ? {} : { password: null })
  const here = await issueTo(world, person)
  for (const provider of ["oidc", "github"].slice(0, linked)) {
    const account = { provider, providerAccountId: person.id }
    const inWords = { provider, device: "Firefox on Linux" }
    await linkAccount(world, actorIn(person, here), account, "oidc", inWords)
  }
  expect((await checkUpOf(person.id, here.token.id, connection)).missingWayIn).toBe(missing)
})

const recognise = (person: Person, acting: Issued, browserId: string | null) =>
  recogniseDevice(world, actorIn(person, acting), {
    browserId: browserId ?? "",
    name: "Firefox on Linux",
    actingBrowserId: acting.token.browserId,
  })
