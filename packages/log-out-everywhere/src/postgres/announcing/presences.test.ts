import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
import { takeLease } from "../../live/lease.ts"
import { liveStreams } from "../../live/streams.ts"
import { given } from "../../testing/store-contract-given.ts"
import { fromPg } from "../from-pg.ts"
import { openListener, postgresBus, presencesOn } from "../index.ts"
import type { Query } from "../query.ts"

const adopter = await createAdopter("bigint")
const { pool, url, sql, database } = adopter
const { query } = fromPg(pool)
const listener = openListener(() => new pg.Client({ connectionString: url }))
const bus = postgresBus(query, listener)
const lease = takeLease(bus)
const find = presencesOn(query, "t.purpose = 'api'")
const streams = liveStreams({ bus, lease, find })
afterAll(async () => {
  streams.stop()
  lease.close()
  await listener.close()
  await adopter.close()
})

const token = "log_out_everywhere.token"
const ending = { purposes: ["session"] } as const
const by = (reason: "log_out" | "password_change") => ({ at: new Date(), reason, by: null })

/** What one stream of a new person's session is told. */
async function listening() {
  await expect.poll(lease.holds).toBe(true)
  const { ann, keep } = await given(() => adopterUnderTest(adopter))
  const { token: session } = await keep(ann)
  const told: string[] = []
  const sink = { write: (text: string) => told.push(text), end: () => told.push("end") }
  streams.open(session, sink)
  return { session, told, keep }
}

test.each([
  [
    "is revoked",
    "log_out",
    ({ id, userId }) =>
      database.tokens.revoke(
        userId,
        { kind: "one", tokenId: id, purpose: "session" },
        by("log_out"),
      ),
  ],
  [
    "is behind its owner's epoch",
    "password_change",
    ({ userId }) => database.tokens.raiseEpoch(userId, by("password_change"), ending),
  ],
  ["is deleted by hand", "ended", ({ id }) => sql(`DELETE FROM ${token} WHERE id = $1`, [id])],
  [
    "goes idle",
    "idle",
    ({ id }) => sql(`UPDATE ${token} SET "idleAt" = now() + interval '50 ms' WHERE id = $1`, [id]),
  ],
  [
    "expires",
    "expired",
    ({ id }) =>
      sql(`UPDATE ${token} SET "expiresAt" = now() + interval '50 ms' WHERE id = $1`, [id]),
  ],
  [
    "is of an earlier generation",
    "everyone_logged_out",
    () =>
      sql(
        `UPDATE log_out_everywhere.realm SET generation = generation + 1 WHERE purpose = 'session'`,
      ),
  ],
] as const satisfies readonly (readonly [
  string,
  string,
  (session: { id: string; userId: string }) => Promise<unknown>,
])[])("a session that %s is told of as %s", async (_, reason, end) => {
  const { session, told } = await listening()
  await end(session)
  await expect.poll(() => told.at(-1)).toBe("end")
  expect(told.at(-2)).toBe(`event: ended\ndata: ${reason}\n\n`)
})

test("a new secret ends no stream, and a look writes nothing", async () => {
  const { session, told } = await listening()
  const before = await sql(`SELECT * FROM ${token} WHERE id = $1`, [session.id])
  await sql(`UPDATE ${token} SET hash = sha256('new') WHERE id = $1`, [session.id])
  await expect.poll(() => told.at(-1)).toBe("event: changed\ndata: own\n\n")
  const after = await sql(`SELECT * FROM ${token} WHERE id = $1`, [session.id])
  expect(after).toEqual([{ ...(before[0] as object), hash: expect.anything() }])
  expect(streams.size).toBe(1)
})

test("many are found by one statement, and what is no row is not among them", async () => {
  const { session, keep } = await listening()
  const { token: api } = await keep(session.userId, { purpose: "api" })
  const statements: string[] = []
  const counted: Query = (statement, values) => {
    statements.push(statement.text)
    return query(statement, values)
  }
  const ids = [session.id, api.id, "00000000-0000-4000-8000-000000000000"]
  const found = await presencesOn(counted, "t.purpose = 'api'")(ids)
  expect(statements).toHaveLength(1)
  expect([...found.keys()].toSorted()).toEqual([session.id, api.id].toSorted())
  expect(found.get(session.id)).toMatchObject({ isLive: true, hearsEveryone: false })
  expect(found.get(api.id)).toMatchObject({ isLive: true, hearsEveryone: true })
})

test("nobody hears of everyone where no condition says so", async () => {
  const { session, keep } = await listening()
  const { token: api } = await keep(session.userId, { purpose: "api" })
  const found = await presencesOn(query)([session.id, api.id])
  expect([...found.values()].map((each) => each.isLive && each.hearsEveryone)).toEqual([
    false,
    false,
  ])
})

test("a session ends at the first of its two deadlines", async () => {
  const { session } = await listening()
  const endsInMinutes = async (change: string) => {
    await sql(`UPDATE ${token} SET ${change} WHERE id = $1`, [session.id])
    const presence = (await find([session.id])).get(session.id)
    return presence?.isLive && Math.round(presence.endsInMs / 60_000)
  }
  expect(await endsInMinutes(`"idleAt" = now() + interval '20 minutes'`)).toBe(20)
  expect(await endsInMinutes(`"expiresAt" = now() + interval '10 minutes'`)).toBe(10)
})

test("the session of a person who is disabled is over until they are let in again", async () => {
  const { session } = await listening()
  const { setDisabled } = adopterUnderTest(adopter)
  const presence = async () => (await find([session.id])).get(session.id)
  expect(await presence()).toMatchObject({ isLive: true })
  await setDisabled(session.userId, true)
  expect(await presence()).toMatchObject({ isLive: false, reason: "ended" })
  await setDisabled(session.userId, false)
  expect(await presence()).toMatchObject({ isLive: true })
})
