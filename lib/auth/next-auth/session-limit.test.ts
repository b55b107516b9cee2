import { hashSecret, type Secret, type SessionLimit } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import type { Role } from "@/lib/names/role"
import { newEntrance, startOn } from "@/test/races/race-parts"
import { addPerson, createWorld, issueTo, type Person, statusOf } from "@/test/world/people"
import type { Entrance } from "./start-session"

const world = await createWorld()
afterAll(world.close)
const { stores, sql, connection } = world

async function logInUnder(
  standard: SessionLimit,
  person: Person,
  change: Partial<Entrance> = {},
  { role = "user", byRole = {} }: { role?: Role; byRole?: Record<string, SessionLimit> } = {},
) {
  const policy = { ...authentication.policy, maxSessions: { standard, byRole } }
  const stood = { epoch: 0, role }
  const entrance = await newEntrance(connection, person, { stood, ...change })
  const started = await startOn(connection, entrance, { policy })
  return started.ok
    ? { outcome: "started", secret: started.value.issued.secret }
    : { outcome: started.failure, secret: "" as Secret }
}

test("at the limit the least recently used session ends, and says why", async () => {
  const ann = await addPerson(world)
  const [old, recent] = [await issueTo(world, ann), await issueTo(world, ann)]
  await sql(
    `UPDATE log_out_everywhere.token SET "lastActiveAt" = now() - interval '1 hour' WHERE id = $1`,
    [old.token.id],
  )

  const { outcome, secret: sessionToken } = await logInUnder(
    { max: 2, atLimit: "end_least_recent" },
    ann,
  )
  expect(outcome).toBe("started")
  expect(await statusOf(world, old.secret)).toBe("revoked")
  expect(await reasonOf(old.secret)).toBe("session_limit")
  for (const secret of [recent.secret, sessionToken]) {
    expect(await statusOf(world, secret)).toBe("active")
  }
})

test("where the limit refuses, the log-in fails by name and nothing ends or is written", async () => {
  const ann = await addPerson(world)
  const held = await issueTo(world, ann)
  const { outcome } = await logInUnder({ max: 1, atLimit: "refuse" }, ann)
  expect(outcome).toBe("too_many_sessions")
  expect(await statusOf(world, held.secret)).toBe("active")
  expect(await stores.tokens.countLive(ann.id)).toEqual({ session: 1 })
})

test("the session that the browser held does not count: its place is taken", async () => {
  const ann = await addPerson(world)
  const held = await issueTo(world, ann)
  const change = { replaces: held.secret }
  expect((await logInUnder({ max: 1, atLimit: "refuse" }, ann, change)).outcome).toBe("started")
  expect(await reasonOf(held.secret)).toBe("replaced")
})

test.each(["refuse", "end_least_recent"] as const)(
  "eight log-ins at once do not pass the limit that would %s",
  async (atLimit) => {
    const ann = await addPerson(world)
    await Promise.all(Array.from({ length: 8 }, () => logInUnder({ max: 3, atLimit }, ann)))
    expect(await stores.tokens.countLive(ann.id)).toEqual({ session: 3 })
  },
)

const noLimit: SessionLimit = { max: 100, atLimit: "refuse" }

test.each([
  ["admin", "too_many_sessions"],
  ["user", "started"],
] as const)("the limit of a role holds for who has it: %s, %s", async (role, outcome) => {
  const person = await addPerson(world, { role })
  const held = await issueTo(world, person)
  const limits = { role, byRole: { admin: { max: 1, atLimit: "refuse" } } } as const
  expect((await logInUnder(noLimit, person, {}, limits)).outcome).toBe(outcome)
  expect(await statusOf(world, held.secret)).toBe("active")
})

test("who comes back to an idle session gets a new one with the old deadline, and the idle one stays over", async () => {
  const ann = await addPerson(world)
  const idle = await issueTo(world, ann, { isRemembered: true })
  await sql(
    `UPDATE log_out_everywhere.token SET "idleAt" = now() - interval '1 second', "expiresAt" = now() + interval '3 hours' WHERE id = $1`,
    [idle.token.id],
  )
  const { expiresAt } = await tokenOf(idle.secret)

  const change = { replaces: idle.secret, isReturning: true }
  const { outcome, secret: sessionToken } = await logInUnder(noLimit, ann, change)
  expect(outcome).toBe("started")
  expect(await tokenOf(sessionToken)).toMatchObject({ expiresAt, isRemembered: true })
  expect(await statusOf(world, sessionToken)).toBe("active")
  expect(await statusOf(world, idle.secret)).toBe("revoked")
  expect(await reasonOf(idle.secret)).toBe("replaced")
})

test.each([
  ["somebody else's idle session", `"idleAt" = now() - interval '1 second'`, "somebody else"],
  [
    "a session past its deadline",
    `"idleAt" = now() - interval '1 second', "expiresAt" = now() - interval '1 second'`,
    "the same person",
  ],
  ["a session that goes on", `"idleAt" = "idleAt"`, "the same person"],
])("%s lends its deadline to nobody", async (_, change, who) => {
  const ann = await addPerson(world)
  const held = await issueTo(world, who === "somebody else" ? await addPerson(world) : ann)
  await sql(`UPDATE log_out_everywhere.token SET ${change} WHERE id = $1`, [held.token.id])

  const returning = { replaces: held.secret, isReturning: true }
  const { outcome, secret: sessionToken } = await logInUnder(noLimit, ann, returning)
  expect(outcome).toBe("started")
  const { expiresAt, issuedAt } = await tokenOf(sessionToken)
  const { maximumLifetimeMs } = authentication.policy.lifetimes.session.standard
  expect(+expiresAt - +issuedAt).toBe(maximumLifetimeMs)
})

async function tokenOf(secret: Secret) {
  const found = await stores.tokens.findByHash(hashSecret(secret))
  if (!found) throw new Error("There is no such session.")
  return found.token
}

const reasonOf = async (secret: Secret) => (await tokenOf(secret)).revocation?.reason
