import { hashSecret } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { newEntrance, startOn } from "@/test/races/race-parts"
import {
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  statusOf,
} from "@/test/world/people"
import { stoodBeside } from "./begin-session"
import type { Entrance } from "./start-session"

const world = await createWorld()
afterAll(world.close)
const { stores, sql, connection } = world

const raise = ({ id }: Person) =>
  stores.tokens.raiseEpoch(id, { at: new Date(), reason: "log_out", by: null }, { purposes: [] })

test("a person whom the log-in has made starts with the epoch as it stands, and an unknown device is none", async () => {
  const ann = await addPerson(world)
  await raise(ann)
  const device = { address: null, userAgent: null }
  const sessionToken = await logIn(ann, { stood: null, method: "unknown", device })
  const found = await stores.tokens.findByHash(hashSecret(sessionToken))
  expect(found?.token).toMatchObject({
    epoch: 1,
    method: "unknown",
    device: { address: null, userAgent: null },
  })
  expect(await statusOf(world, sessionToken)).toBe("active")
})

test("no session starts without a proof, or with a proof of somebody else", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const account = { type: "credentials", provider: "credentials", providerAccountId: ann.id }
  const arrivals = [
    { user: { id: bob.id, epoch: 0, role: "user" } },
    { user: { id: bob.id, epoch: 0, role: "user" }, account: { ...account, type: "oidc" } },
    { user: { id: ann.id }, account },
    { user: { id: ann.id } },
  ]
  for (const arrival of arrivals) {
    const beside = () => stoodBeside(ann.id, arrival as Parameters<typeof stoodBeside>[1])
    expect(beside).toThrow("without a proof")
  }
  const stood = { epoch: 0, role: "user" } as const
  expect(stoodBeside(ann.id, { user: { id: ann.id, ...stood } })).toEqual(stood)
  expect(await stores.tokens.countLive(ann.id)).toEqual({})
})

test("of two proofs of one person the first counts: a later one could carry a later epoch", async () => {
  const ann = await addPerson(world)
  const entrance = await newEntrance(connection, ann)
  const [first, later] = [
    { epoch: 0, role: "user" },
    { epoch: 1, role: "user" },
  ]
  await raise(ann)
  // The door hands on the user whom NextAuth has shown to `callbacks.signIn`. One who had no epoch then is held by the
  // mark, whatever their epoch is now.
  for (const stood of [first, null]) {
    const late = await startOn(connection, { ...entrance, stood })
    expect(late).toEqual({ ok: false, failure: "changed_meanwhile" })
  }
  expect(await stores.tokens.countLive(ann.id)).toEqual({})
  expect(await statusOf(world, await logIn(ann, { stood: later }))).toBe("active")
  expect(await statusOf(world, await logIn(ann, { stood: null }))).toBe("active")
})

test.each(["the same person", "somebody else"])(
  "a log-in makes one session, and ends the one that the browser held, of %s",
  async (who) => {
    const ann = await addPerson(world)
    const holder = who === "somebody else" ? await addPerson(world) : ann
    const [held, phone] = [await issueTo(world, holder), await issueTo(world, holder)]
    const sessions = `SELECT id FROM log_out_everywhere.token WHERE purpose = 'session'`
    const before = await sql(sessions)

    const sessionToken = await logIn(ann, { replaces: held.secret })

    expect(await sql(sessions)).toHaveLength(before.length + 1)
    expect(await statusOf(world, sessionToken)).toBe("active")
    expect(await statusOf(world, held.secret)).toBe("revoked")
    expect(
      (await stores.tokens.findByHash(hashSecret(held.secret)))?.token.revocation?.reason,
    ).toBe("replaced")
    expect(await statusOf(world, phone.secret)).toBe("active")
    const ending = { action: "log_out", reason: "replaced", scope: "one", count: 1 }
    expect(await auditOf(world, holder)).toContainEqual(
      expect.objectContaining({ ...ending, actorId: holder.id, address: ann.address }),
    )
    const acts = await auditOf(world, ann)
    expect(acts.filter(({ action }) => action === "log_in")).toMatchObject([
      {
        action: "log_in",
        actorId: ann.id,
        address: ann.address,
        details: { method: "password", device: "Unknown device" },
      },
    ])
  },
)

test("a log-in writes no end of a session that was over already", async () => {
  const ann = await addPerson(world)
  const endings = [
    `"revokedAt" = now(), "revocationReason" = 'log_out'`,
    `"idleAt" = now() - interval '1 second'`,
    `"expiresAt" = now() - interval '1 second'`,
  ]
  for (const ending of endings) {
    const held = await issueTo(world, ann)
    await sql(`UPDATE log_out_everywhere.token SET ${ending} WHERE id = $1`, [held.token.id])
    await logIn(ann, { replaces: held.secret })
  }
  const acts = (await auditOf(world, ann)).map(({ action }) => action)
  expect(acts).toEqual(["log_in", "log_in", "log_in"])
})

test("a log-in that is refused leaves the browser's session alone, and writes nothing", async () => {
  const ann = await addPerson(world)
  const held = await issueTo(world, ann)
  await raise(ann)
  await expect(logIn(ann, { replaces: held.secret })).rejects.toThrow("changed_meanwhile")
  expect(await statusOf(world, held.secret)).toBe("active")
  expect(await auditOf(world, ann)).toEqual([])
})

async function logIn(person: Person, change: Partial<Entrance> = {}): Promise<string> {
  const stood = { epoch: 0, role: "user" }
  const started = await startOn(
    connection,
    await newEntrance(connection, person, { stood, ...change }),
  )
  if (!started.ok) throw new Error(started.failure)
  return started.value.issued.secret
}
