import { afterAll, beforeAll, expect, test } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
import { hashSecret, newSecret } from "../core/secret.ts"
import { given } from "../testing/store-contract-given.ts"
import { fromPg } from "./from-pg.ts"
import { rehash, watchedIn, watching } from "./watch.ts"

const adopter = await createAdopter("integer")
afterAll(adopter.close)
const { sql, pool, database } = adopter
const { query } = fromPg(pool)
const linkAccount = `INSERT INTO accounts ("userId", type, provider, "providerAccountId")
  VALUES ($1, 'oidc', 'elsewhere', '7')`
const hashColumn = { kind: "password", table: "users", column: "hash" } as const

beforeAll(async () => {
  await sql(
    `ALTER TABLE users ADD hash text DEFAULT 'old', ADD banned boolean NOT NULL DEFAULT false`,
  )
  await sql(`ALTER TABLE accounts ADD FOREIGN KEY ("userId") REFERENCES users ON DELETE CASCADE`)
  const watched = [
    hashColumn,
    { kind: "disabled", table: "users", column: "banned" },
    { kind: "provider", table: "accounts", purposes: ["session"] },
  ] as const
  // Twice: it is there once.
  for (const each of [...watched, ...watched]) for (const text of watching(each)) await sql(text)
})

const world = () => given(() => adopterUnderTest(adopter))

test("the database knows what is watched", async () => {
  expect(await watchedIn(query)).toEqual([
    { kind: "disabled", table: "users" },
    { kind: "password", table: "users" },
    { kind: "provider", table: "accounts" },
  ])
})

test("a bare UPDATE of the hash ends the person's tokens, and nobody else's", async () => {
  const { ann, bob, keep, statusOf, read } = await world()
  const [hers, api, his] = [await keep(ann), await keep(ann, { purpose: "api" }), await keep(bob)]
  expect(await statusOf(hers)).toBe("active")
  await sql("UPDATE users SET hash = 'new' WHERE id = $1", [ann])
  for (const each of [hers, api]) expect(await statusOf(each)).toBe("revoked")
  expect((await read(hers))?.revocation).toMatchObject({ reason: "password_change", by: null })
  expect(await statusOf(his)).toBe("active")
})

test("a write that changes no watched column ends nothing", async () => {
  const { ann, keep, statusOf } = await world()
  const kept = await keep(ann)
  await sql("UPDATE users SET plan = 'gold', hash = hash WHERE id = $1", [ann])
  expect(await statusOf(kept)).toBe("active")
})

test("a proof that was read before the write is refused by its epoch, and by its mark", async () => {
  const { store, ann, newToken } = await world()
  const mark = await store.mark()
  await sql("UPDATE users SET hash = 'newer' WHERE id = $1", [ann])
  for (const change of [{ epoch: 0 }, { epoch: 1, mark }]) {
    const token = newToken(ann, change)
    expect(await store.insert(token, hashSecret(newSecret()))).toBe(null)
  }
})

test("an act that names the session to keep goes before the write, and keeps it", async () => {
  const { ann, keep, statusOf, because } = await world()
  const [current, other] = [await keep(ann), await keep(ann)]
  const client = await pool.connect()
  await client.query("BEGIN")
  const ending = { purposes: ["session"], sparedTokenId: current.token.id } as const
  await database.in(client).raiseEpoch(ann, because("password_change"), ending)
  await client.query("UPDATE users SET hash = 'kept' WHERE id = $1", [ann])
  await client.query("COMMIT")
  client.release()
  expect(await statusOf(current)).toBe("active")
  expect(await statusOf(other)).toBe("revoked")
})

test("an act for another reason does not stand in for the change", async () => {
  const { ann, keep, statusOf, because } = await world()
  const kept = await keep(ann)
  await database.transact(async (tokens, _, tx) => {
    await tokens.raiseEpoch(ann, because("role_change"), { purposes: [] })
    await tx.query({ text: "UPDATE users SET hash = 'other' WHERE id = $1", values: [ann] })
  })
  expect(await statusOf(kept)).toBe("revoked")
})

test("a banned user has no live token, and their old ones stay dead once they are let in again", async () => {
  const { store, ann, keep, statusOf, newToken } = await world()
  const kept = await keep(ann)
  await sql("UPDATE users SET banned = true WHERE id = $1", [ann])
  expect(await statusOf(kept)).toBe("revoked")
  expect(await store.findOwner(ann)).toMatchObject({ owner: { isDisabled: true, epoch: 1 } })
  expect(await store.insert(newToken(ann, { epoch: 1 }), hashSecret(newSecret()))).toBe(null)
  await sql("UPDATE users SET banned = false WHERE id = $1", [ann])
  expect(await statusOf(kept)).toBe("revoked")
  expect(await statusOf(await keep(ann, { epoch: 1 }))).toBe("active")
})

test("a provider's row that is deleted ends the sessions; a deleted user takes everything along", async () => {
  const { ann, keep, statusOf } = await world()
  await sql(linkAccount, [ann])
  const [session, api] = [await keep(ann), await keep(ann, { purpose: "api" })]
  await sql(`DELETE FROM accounts WHERE "userId" = $1`, [ann])
  expect([await statusOf(session), await statusOf(api)]).toEqual(["revoked", "active"])
  await sql(linkAccount, [ann])
  await sql("DELETE FROM users WHERE id = $1", [ann])
  expect(await statusOf(api)).toBe("absent")
})

test("a better hash of the same password ends nothing, and replaces no other password's", async () => {
  const { ann, keep, statusOf } = await world()
  const kept = await keep(ann)
  const improve = (from: string, to: string) =>
    fromPg(pool).transact((tx) => rehash(fromPg(pool).on(tx), hashColumn, ann, from, to))
  expect(await improve("old", "better")).toBe(true)
  expect(await statusOf(kept)).toBe("active")
  expect(await improve("old", "stale")).toBe(false)
  expect(await sql("SELECT hash FROM users WHERE id = $1", [ann])).toEqual([{ hash: "better" }])
  // The exemption is the re-hash's alone.
  await sql("UPDATE users SET hash = 'changed' WHERE id = $1", [ann])
  expect(await statusOf(kept)).toBe("revoked")
})

test("a re-hash that races a change of the password loses", async () => {
  const { ann, keep, statusOf } = await world()
  const kept = await keep(ann)
  const client = await pool.connect()
  await client.query("BEGIN")
  await client.query("UPDATE users SET hash = 'changed' WHERE id = $1", [ann])
  const improved = fromPg(pool).transact((tx) =>
    rehash(fromPg(pool).on(tx), hashColumn, ann, "old", "better"),
  )
  await expect
    .poll(() =>
      sql(
        `SELECT FROM pg_stat_activity WHERE datname = current_database()
         AND wait_event_type = 'Lock' AND query LIKE '%rehash%'`,
      ),
    )
    .toHaveLength(1)
  await client.query("COMMIT")
  client.release()
  expect(await improved).toBe(false)
  expect(await sql("SELECT hash FROM users WHERE id = $1", [ann])).toEqual([{ hash: "changed" }])
  expect(await statusOf(kept)).toBe("revoked")
})
