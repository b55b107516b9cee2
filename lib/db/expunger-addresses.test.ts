import { afterAll, expect, test } from "vitest"
import { agedSession } from "@/test/world/aged-session"
import { addOn, addPerson, createWorld } from "@/test/world/people"
import { expunge } from "./expunger"

const world = await createWorld()
afterAll(world.close)

const day = 24 * 60 * 60_000
const retention = { endedMs: 90 * day, auditMs: 400 * day, addressMs: 30 * day }

const [ipv4, ipv6] = ["198.51.100.77", "2001:db8:1234:5678::9"]

async function addressOf(id: string) {
  const [row] = await world.sql<{ address: string }>(
    `SELECT address FROM ${addOn}.token WHERE id = $1`,
    [id],
  )
  return row?.address
}

test.each([
  ["of a live session, however old, stays", { issuedAt: "60 days" }, "whole"],
  [
    "of one that was revoked stays just within its time",
    { revokedAt: "29 days 23 hours" },
    "whole",
  ],
  ["of one that was revoked is shortened after it", { revokedAt: "30 days 1 minute" }, "shortened"],
  ["of one that expired stays just within its time", { expiresAt: "29 days 23 hours" }, "whole"],
  ["of one that expired is shortened after it", { expiresAt: "30 days 1 minute" }, "shortened"],
  ["of one that went idle is shortened after it", { idleAt: "30 days 1 minute" }, "shortened"],
])("the address %s", async (_, columns: Record<string, string>, how) => {
  const ann = await addPerson(world)
  const kept = { [ipv4]: "198.51.100.0/24", [ipv6]: "2001:db8:1234::/48" }
  for (const [address, network] of Object.entries(kept)) {
    const id = await agedSession(world, { ...ann, address }, columns)
    expect(await addressOf(id)).toBe(address)
    await expunge(world.connection, retention)
    expect(await addressOf(id)).toBe(how === "whole" ? address : network)
    await expunge(world.connection, retention)
    expect(await addressOf(id)).toBe(how === "whole" ? address : network)
  }
})

test.each([
  ["an act of its owner's", "ended_epoch", "29 days 23 hours", false],
  ["an act of its owner's", "ended_epoch", "30 days 1 minute", true],
  ["everyone's log-out", "ended_generation", "29 days 23 hours", false],
  ["everyone's log-out", "ended_generation", "30 days 1 minute", true],
])("the address of what ended by %s (%s) %s ago is shortened: %s", async (_, table, ago, isIt) => {
  const ann = { ...(await addPerson(world)), address: ipv4 }
  const ends = { issuedAt: "100 days", idleAt: "-100 days", expiresAt: "-100 days" }
  const id = await agedSession(world, ann, ends)
  const revocation = { at: new Date(), reason: "log_out", by: null } as const
  if (table === "ended_epoch") {
    await world.stores.tokens.raiseEpoch(ann.id, revocation, { purposes: ["session"] })
  } else {
    await world.transact(({ everyonesTokens }) =>
      everyonesTokens.raiseGenerations(["session"], null, null),
    )
  }
  await world.sql(`UPDATE ${addOn}.${table} SET at = now() - $1::interval`, [ago])

  await expunge(world.connection, retention)
  expect(await addressOf(id)).toBe(isIt ? "198.51.100.0/24" : ipv4)
})

test("addresses are shortened in batches, until none is left, and counted", async () => {
  const person = await addPerson(world)
  await world.sql(
    `INSERT INTO ${addOn}.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", address)
     SELECT sha256(('address' || n)::bytea), 'magic_link', $1, 0, 0, 'password', at, at, at, at, at, '203.0.113.9'
     FROM generate_series(1, 1000) n, (SELECT now() - interval '31 days' AS at) AS a_month_ago`,
    [person.id],
  )
  const first = await expunge(world.connection, retention)
  expect(first?.addresses).toBeGreaterThanOrEqual(1_000)
  expect(await expunge(world.connection, retention)).toMatchObject({ addresses: 0 })
})
