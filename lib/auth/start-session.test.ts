import { hashSecret, newSecret } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { adapterOn, newLogIn } from "@/scripts/race-parts"
import {
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  statusOf,
} from "@/scripts/test-people"
import { type LogInContext, noteProof, runLogIn } from "./log-in-context"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world
const adapter = adapterOn(world.connection)
const expires = new Date()

test("outside a request a session starts with the epoch as it stands, and its device is unknown", async () => {
  const ann = await addPerson(world)
  await stores.tokens.raiseEpoch(
    ann.id,
    { at: new Date(), reason: "log_out", by: null },
    { purposes: [] },
  )
  const sessionToken = newSecret()
  await adapter.createSession({ sessionToken, userId: ann.id, expires })
  const found = await stores.tokens.findByHash(hashSecret(sessionToken))
  expect(found?.token).toMatchObject({
    epoch: 1,
    method: "unknown",
    device: { address: null, userAgent: null },
  })
  expect(await statusOf(world, sessionToken)).toBe("active")
})

test("inside a log-in no session starts without a proof, or with a proof of somebody else", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const context = newLogIn(ann, "password")
  context.proofs.set(bob.id, { userId: bob.id, epoch: 0, role: "user", method: "password" })
  await expect(logIn(context, ann)).rejects.toThrow("without a proof")
  expect(await stores.tokens.countLive(ann.id)).toEqual({})
})

test("of two proofs of one person the first counts: a later one could carry a later epoch", async () => {
  const ann = await addPerson(world)
  const context = newLogIn(ann, "oidc")
  const proof = { userId: ann.id, epoch: 0, role: "user", method: "oidc" }
  await runLogIn(context, async () => {
    noteProof(proof)
    noteProof({ ...proof, epoch: 1 })
  })
  expect(context.proofs.get(ann.id)).toEqual(proof)
})

test.each(["the same person", "somebody else"])(
  "a log-in makes one session, and ends the one that the browser held, of %s",
  async (who) => {
    const ann = await addPerson(world)
    const holder = who === "somebody else" ? await addPerson(world) : ann
    const [held, phone] = [await issueTo(world, holder), await issueTo(world, holder)]
    const sessions = `SELECT id FROM log_out_everywhere.token WHERE purpose = 'session'`
    const before = await sql(sessions)

    const context = { ...proved(ann), previousSecret: held.secret }
    const { sessionToken } = await logIn(context, ann)

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
    await logIn({ ...proved(ann), previousSecret: held.secret }, ann)
  }
  const acts = (await auditOf(world, ann)).map(({ action }) => action)
  expect(acts).toEqual(["log_in", "log_in", "log_in"])
})

test("a log-in that is refused leaves the browser's session alone, and writes nothing", async () => {
  const ann = await addPerson(world)
  const held = await issueTo(world, ann)
  const context = { ...proved(ann), previousSecret: held.secret }
  await stores.tokens.raiseEpoch(
    ann.id,
    { at: new Date(), reason: "log_out", by: null },
    { purposes: [] },
  )
  await expect(logIn(context, ann)).rejects.toThrow("cannot become a session")
  expect(context.failure).toBe("changed_meanwhile")
  expect(await statusOf(world, held.secret)).toBe("active")
  expect(await auditOf(world, ann)).toEqual([])
})

function proved(person: Person): LogInContext {
  const context = newLogIn(person, "password")
  context.proofs.set(person.id, { userId: person.id, epoch: 0, role: "user", method: "password" })
  return context
}

function logIn(context: LogInContext, { id: userId }: Person) {
  return runLogIn(context, async () =>
    adapter.createSession({ sessionToken: newSecret(), userId, expires }),
  )
}
