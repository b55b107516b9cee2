import { type Issued, type TokenPurpose, tokenPurposes } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { logOutFor } from "@/lib/users/log-in/log-out"
import { actorIn, addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
afterAll(world.close)
const { transact, stores, sql } = world

async function anAdministrator() {
  const person = await addPerson(world, { role: "admin" })
  const own = await issueTo(world, person)
  return { by: actorIn(person, own), own }
}

test("the purposes that were chosen end, and no other, each counted", async () => {
  const { by, own } = await anAdministrator()
  const ann = await addPerson(world)
  await logEveryoneOut(world, by, tokenPurposes)
  const tokens = new Map<TokenPurpose, Issued>()
  for (const purpose of tokenPurposes) tokens.set(purpose, await issueTo(world, ann, { purpose }))

  const chosen: readonly TokenPurpose[] = ["session", "api", "invitation"]
  const outcome = await logEveryoneOut(world, by, chosen)
  expect(outcome).toEqual({ ok: true, value: { session: 1, api: 1, invitation: 1 } })

  for (const [purpose, { secret }] of tokens) {
    const isEnded = chosen.includes(purpose)
    expect([purpose, await statusOf(world, secret, purpose)]).toEqual([
      purpose,
      isEnded ? "revoked" : "active",
    ])
  }
  expect(await statusOf(world, own.secret)).toBe("active")
})

test("what was over before is not counted, whatever happens until it is counted", async () => {
  const { by } = await anAdministrator()
  const [ann, bob, eve] = [await addPerson(world), await addPerson(world), await addPerson(world)]
  await logEveryoneOut(world, by, ["session"])
  const over = [await issueTo(world, ann), await issueTo(world, ann), await issueTo(world, ann)]
  const changes = [
    `"idleAt" = now() - interval '1 second'`,
    `"expiresAt" = now() - interval '1 second'`,
    `"revokedAt" = now(), "revocationReason" = 'log_out'`,
  ]
  for (const [index, change] of changes.entries()) {
    await sql(`UPDATE log_out_everywhere.token SET ${change} WHERE id = $1`, [
      over[index]?.token.id,
    ])
  }
  for (const person of [ann, bob, eve]) await issueTo(world, person)

  const generations = await transact(({ everyonesTokens }) =>
    everyonesTokens.raiseGenerations(["session"], by.tokenId, by.userId),
  )
  await logOutFor(world, bob.id, { kind: "everywhere", purposes: ["session"] })
  await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [
    eve.id,
  ])
  await issueTo(world, ann)
  expect(await stores.everyonesTokens.countVoided(generations)).toEqual({ session: 3 })
})

test("everyone is logged out also where nobody can count them", async () => {
  const { by } = await anAdministrator()
  const session = await issueTo(world, await addPerson(world))
  const everyonesTokens = {
    ...stores.everyonesTokens,
    countVoided: () => Promise.reject(new Error("The database does not answer.")),
  }
  const outcome = await logEveryoneOut({ ...world, stores: { ...stores, everyonesTokens } }, by, [
    "session",
  ])
  expect(outcome).toEqual({ ok: true, value: null })
  expect(await statusOf(world, session.secret)).toBe("revoked")
})
