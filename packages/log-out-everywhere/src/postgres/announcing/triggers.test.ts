import pg from "pg"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
import type { Heard } from "../../live/bus.ts"
import { given } from "../../testing/store-contract-given.ts"
import { fromPg } from "../from-pg.ts"
import { postgresBus } from "./bus.ts"
import { openListener } from "./listener.ts"
import { announcing } from "./triggers.ts"

const token = "log_out_everywhere.token"
const owner = "log_out_everywhere.owner"

const adopter = await createAdopter("integer")
const { sql, database, url, pool } = adopter
const listener = openListener(() => new pg.Client({ connectionString: url }))
const bus = postgresBus(fromPg(pool).query, listener)
afterAll(async () => {
  await listener.close()
  await adopter.close()
})

let beats = 0
/** What is announced of the work: what is heard before a beat that is sent after it. */
async function announcedBy(work: () => Promise<unknown>): Promise<readonly Heard[]> {
  const heard: Heard[] = []
  const from = `a test ${beats++}`
  const begins = { kind: "beat", from: `${from} begins` } as const
  const ends = { kind: "beat", from: `${from} ends` } as const
  let isHeard = (_: Heard) => {}
  const stop = bus.listen((each) => {
    heard.push(each)
    isHeard(each)
  })
  onTestFinished(stop)
  const hear = async (expected: Heard, act: () => Promise<unknown>) => {
    const done = new Promise<void>((resolve) => {
      isHeard = (each) =>
        each.kind === expected.kind && Object.is(fromOf(each), fromOf(expected)) && resolve()
    })
    await act()
    await done
  }
  await hear({ kind: "missed" }, async () => {})
  await hear(begins, () => bus.announce(begins))
  heard.length = 0
  await work()
  await hear(ends, () => bus.announce(ends))
  return heard.slice(0, -1)
}
const fromOf = (heard: Heard) => (heard.kind === "beat" ? heard.from : "")

const ofOwner = (userId: string): Heard => ({ kind: "owner", userId })
const world = () => given(() => adopterUnderTest(adopter))

const byHand = {
  "is deleted": `DELETE FROM ${token} WHERE id = $1`,
  "is revoked": `UPDATE ${token} SET "revokedAt" = now(), "revocationReason" = 'log_out' WHERE id = $1`,
  "is given another secret": `UPDATE ${token} SET hash = sha256('other') WHERE id = $1`,
  "is given another epoch": `UPDATE ${token} SET epoch = epoch - 1 WHERE id = $1`,
  "is given another generation": `UPDATE ${token} SET "realmGeneration" = -1 WHERE id = $1`,
  "is let expire": `UPDATE ${token} SET "expiresAt" = now() WHERE id = $1`,
  "is let go idle": `UPDATE ${token} SET "idleAt" = now() WHERE id = $1`,
  "loses its owner": `DELETE FROM ${owner} WHERE "userId" = (SELECT "userId" FROM ${token} WHERE id = $1)`,
  "has its owner disabled": `UPDATE ${owner} SET "disabledAt" = now() WHERE "userId" = (SELECT "userId" FROM ${token} WHERE id = $1)`,
  "has its owner raised": `UPDATE ${owner} SET epoch = epoch + 1 WHERE "userId" = (SELECT "userId" FROM ${token} WHERE id = $1)`,
  "has its user deleted": `DELETE FROM users WHERE id = (SELECT "userId" FROM ${token} WHERE id = $1)`,
}
for (const [what, text] of Object.entries(byHand)) {
  test(`a session that ${what} by hand is announced by its owner`, async () => {
    const { ann, keep, statusOf } = await world()
    const kept = await keep(ann)
    expect(await statusOf(kept)).toBe("active")
    const heard = await announcedBy(() => sql(text, [kept.token.id]))
    expect(await statusOf(kept)).not.toBe("active")
    expect(heard).toEqual([ofOwner(ann)])
  })
}

test("a session that is restored by hand is announced, and so is its owner who is let in again", async () => {
  const { ann, keep, statusOf } = await world()
  const kept = await keep(ann)
  await sql(byHand["is revoked"], [kept.token.id])
  const restored = `UPDATE ${token} SET "revokedAt" = NULL, "revocationReason" = NULL WHERE id = $1`
  expect(await announcedBy(() => sql(restored, [kept.token.id]))).toEqual([ofOwner(ann)])
  await sql(byHand["has its owner disabled"], [kept.token.id])
  const letIn = `UPDATE ${owner} SET "disabledAt" = NULL WHERE "userId" = $1`
  expect(await announcedBy(() => sql(letIn, [ann]))).toEqual([ofOwner(ann)])
  expect(await statusOf(kept)).toBe("active")
})

test("a session that is given to another person is announced by both, one that becomes an API token by its owner", async () => {
  const { ann, bob, keep } = await world()
  const kept = await keep(ann)
  await keep(bob)
  const text = `UPDATE ${token} SET "userId" = $2 WHERE id = $1`
  const heard = await announcedBy(() => sql(text, [kept.token.id, bob]))
  expect(heard).toEqual([ofOwner(ann), ofOwner(bob)])
  const become = `UPDATE ${token} SET purpose = 'api' WHERE id = $1`
  expect(await announcedBy(() => sql(become, [kept.token.id]))).toEqual([ofOwner(bob)])
})

test("what the users table tells of a person is announced as it changes, and its other columns are not", async () => {
  const { ann } = await world()
  await sql(
    `ALTER TABLE users ADD IF NOT EXISTS role text, ADD IF NOT EXISTS hash text, ADD IF NOT EXISTS shoes json`,
  )
  const users = {
    ...adopter.users,
    role: "role",
    columns: ["plan", "shoes"],
    isSet: { hasPassword: "hash" },
  }
  for (const text of announcing(users)) await sql(text)
  const set = (change: string) =>
    announcedBy(() => sql(`UPDATE users SET ${change} WHERE id = $1`, [ann]))
  for (const change of [
    "role = 'admin'",
    "plan = 'gold'",
    `shoes = '{"size": 41}'`,
    "hash = 'one'",
  ]) {
    expect(await set(change)).toEqual([ofOwner(ann)])
    expect(await set(change)).toEqual([])
  }
  // Whether there is one is all that a check reads.
  expect(await set("hash = 'two'")).toEqual([])
  expect(await set("name = 'Ann'")).toEqual([])
  for (const text of announcing(adopter.users)) await sql(text)
  expect(await set("role = 'user'")).toEqual([])
})

test("a log-in is announced by its owner; a browser that becomes known is not", async () => {
  const { ann, keep } = await world()
  expect(await announcedBy(() => keep(ann))).toEqual([ofOwner(ann)])
  expect(await announcedBy(() => keep(ann, { purpose: "browser" }))).toEqual([])
})

test("a touch announces nothing, nor does the deletion of what was over", async () => {
  const { store, ann, keep, now, at, statusOf } = await world()
  const kept = await keep(ann)
  const idle = await keep(ann, { idleAt: at(-1_000) })
  const touch = async () => expect(await store.touch(kept.token.id, now, at(3_600_000))).toBe(true)
  expect(await announcedBy(touch)).toEqual([])
  expect(await announcedBy(() => sql(byHand["is deleted"], [idle.token.id]))).toEqual([])
  expect(await statusOf(idle)).toBe("absent")
})

test("a void is announced by its purpose", async () => {
  const { ann, keep, raiseGeneration, statusOf } = await world()
  const kept = await keep(ann, { purpose: "report" })
  const heard = await announcedBy(() => raiseGeneration("report"))
  expect(await statusOf(kept)).toBe("revoked")
  expect(heard).toEqual([{ kind: "purpose", purpose: "report" }])
})

test("an act is announced once, however many tokens it ends, and when it commits", async () => {
  const { ann, keep, because } = await world()
  for (let tokens = 0; tokens < 5; tokens++) await keep(ann)
  await keep(ann, { purpose: "api" })
  const heard = await announcedBy(() =>
    database.transact(async (tokens) => {
      await tokens.raiseEpoch(ann, because("log_out_others"), { purposes: ["session"] })
      await bus.announce({ kind: "everybody" })
    }),
  )
  expect(heard).toEqual([{ kind: "everybody" }, ofOwner(ann)])
})

test("an act that is rolled back is not announced", async () => {
  const { ann, keep, because, statusOf } = await world()
  const kept = await keep(ann)
  const heard = await announcedBy(() =>
    database
      .transact(async (tokens) => {
        await tokens.raiseEpoch(ann, because("log_out_everywhere"), { purposes: ["session"] })
        throw new Error("no")
      })
      .catch(() => {}),
  )
  expect(heard).toEqual([])
  expect(await statusOf(kept)).toBe("active")
})

test("tables that are emptied announce everybody", async () => {
  const { ann, keep, statusOf } = await world()
  for (const table of [token, `${owner} CASCADE`, "log_out_everywhere.realm CASCADE"]) {
    const kept = table.includes("realm") ? null : await keep(ann)
    expect(await announcedBy(() => sql(`TRUNCATE ${table}`))).toEqual([{ kind: "everybody" }])
    if (kept) expect(await statusOf(kept)).toBe("absent")
  }
})

test("an id that is too long for an announcement means everybody", async () => {
  const announce = "SELECT log_out_everywhere.announce('owner', repeat('x', 9000))"
  expect(await announcedBy(() => sql(announce))).toEqual([{ kind: "everybody" }])
})
