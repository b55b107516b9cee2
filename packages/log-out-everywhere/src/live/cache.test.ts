import pg from "pg"
import { afterAll, describe, expect, onTestFinished, test } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
import { hashSecret } from "../core/secret.ts"
import type { TokenStore } from "../core/store.ts"
import type { TokenOwner } from "../core/token.ts"
import { fromPg } from "../postgres/from-pg.ts"
import { openListener, postgresBus } from "../postgres/index.ts"
import { describeActingTokenStore, describeTokenStore } from "../testing/store-contract.ts"
import { given } from "../testing/store-contract-given.ts"
import { cachedDatabase, tokenCache } from "./cache.ts"
import { takeLease } from "./lease.ts"

const tools = { describe, test, expect }
const adopter = await createAdopter("bigint")
const { pool, url, sql } = adopter
const listener = openListener(() => new pg.Client({ connectionString: url }))
const bus = postgresBus(fromPg(pool).query, listener)
const lease = takeLease(bus)
const cache = tokenCache<TokenOwner>(bus, lease, { purposes: ["session", "api"] })
const database = cachedDatabase(adopter.database, cache, lease)
afterAll(async () => {
  lease.close()
  await listener.close()
  await adopter.close()
})

/** What is changed behind the store's back is over once the bus has told of it. */
async function cachedUnderTest() {
  await expect.poll(lease.holds).toBe(true)
  const behind = adopterUnderTest({ ...adopter, database })
  const heard =
    <Given extends unknown[]>(change: (...given: Given) => Promise<void>) =>
    async (...given: Given) => {
      await change(...given)
      await lease.settle()
    }
  return {
    ...behind,
    setDisabled: heard(behind.setDisabled),
    setEpoch: heard(behind.setEpoch),
    raiseGeneration: heard(behind.raiseGeneration),
  }
}

describeTokenStore("a store behind a cache", cachedUnderTest, tools)
describeActingTokenStore("a store behind a cache", cachedUnderTest, tools)

/** A cache over the store of one test, which counts how often the store is asked. */
async function counting() {
  const world = await given(cachedUnderTest)
  let asked = 0
  const counted: TokenStore = {
    ...adopter.database.tokens,
    findByHash(hash) {
      asked++
      return adopter.database.tokens.findByHash(hash)
    },
  }
  const tokens = cache.over(counted)
  const find = ({ secret }: { secret: string }) => tokens.findByHash(hashSecret(secret))
  return { ...world, tokens, find, asked: () => asked }
}

test("what was found live is answered from memory, with the store's clock as it has gone on", async () => {
  const { ann, keep, find, asked } = await counting()
  const kept = await keep(ann)
  await lease.settle()
  const first = await find(kept)
  const second = await find(kept)
  expect(asked()).toBe(1)
  expect(second).toEqual({ ...first, now: second?.now })
  expect(+(second?.now ?? 0)).toBeGreaterThanOrEqual(+(first?.now ?? 0))
})

test("what is not live, or unknown, or of another purpose is asked of the store each time", async () => {
  const { ann, at, keep, find, asked } = await counting()
  const some = [
    await keep(ann, { idleAt: at(-1_000) }),
    await keep(ann, { purpose: "password_reset" }),
    { secret: "unknown" },
  ]
  for (const each of [...some, ...some]) await find(each)
  expect(asked()).toBe(6)
})

test("a session that goes idle in memory is asked of the store, which knows whether it was used elsewhere", async () => {
  const { ann, at, keep, find, asked, statusOf } = await counting()
  const kept = await keep(ann, { idleAt: at(1_500) })
  await lease.settle()
  await find(kept)
  await sql(`UPDATE log_out_everywhere.token SET "idleAt" = $2 WHERE id = $1`, [
    kept.token.id,
    at(600_000),
  ])
  await expect.poll(async () => (await find(kept)) && asked()).toBe(2)
  expect(await statusOf(kept)).toBe("active")
})

test("a session that another process ends is refused as soon as the bus has told of it", async () => {
  const { ann, keep, find, because } = await counting()
  const kept = await keep(ann)
  await lease.settle()
  await find(kept)
  const ending = { purposes: ["session"] } as const
  await adopter.database.tokens.raiseEpoch(ann, because("log_out_everywhere"), ending)
  await lease.settle()
  expect((await find(kept))?.owner.epoch).toBe(1)
})

test("an answer is not kept if its owner, its purpose or everybody was dropped while it was read", async () => {
  const { ann, bob, keep } = await given(cachedUnderTest)
  const kept = await keep(ann)
  await lease.settle()
  const drops = [
    [{ kind: "owner", userId: ann }, 2],
    [{ kind: "purpose", purpose: "session" }, 2],
    [{ kind: "everybody" }, 2],
    [{ kind: "owner", userId: bob }, 1],
    [{ kind: "purpose", purpose: "api" }, 1],
  ] as const
  for (const [dropped, expected] of drops) {
    let asked = 0
    const slow = cache.over<TokenStore>({
      ...adopter.database.tokens,
      async findByHash(hash) {
        asked++
        const found = await adopter.database.tokens.findByHash(hash)
        if (asked === 1) {
          await bus.announce(dropped)
          await lease.settle()
        }
        return found
      },
    })
    for (let times = 0; times < 2; times++) await slow.findByHash(hashSecret(kept.secret))
    expect([dropped, asked]).toEqual([dropped, expected])
    await bus.announce({ kind: "everybody" })
    await lease.settle()
  }
})

test("a cache holds no more than it may, and forgets first what was read first", async () => {
  const { ann, keep } = await given(cachedUnderTest)
  const small = tokenCache<TokenOwner>(bus, lease, { maxEntries: 3 })
  const tokens = small.over(adopter.database.tokens)
  const kept = await Promise.all(Array.from({ length: 5 }, () => keep(ann)))
  await lease.settle()
  for (const { secret } of kept) await tokens.findByHash(hashSecret(secret))
  expect(small.size).toBe(3)
})

test("an act is through once its own process has heard of it, whatever it wrote, and one that fails too", async () => {
  const { ann, keep, find } = await counting()
  const end = async (fails: boolean) => {
    const kept = await keep(ann)
    await lease.settle()
    expect((await find(kept))?.token.revocation).toBe(null)
    const acting = database.transact(async (_, __, tx) => {
      const text = `UPDATE log_out_everywhere.token SET "revokedAt" = now(), "revocationReason" = 'log_out' WHERE id = $1`
      await tx.query({ text, values: [kept.token.id] })
      await tx.query({ text: "COMMIT", values: [] })
      if (fails) throw new Error("The answer was lost.")
    })
    await acting.catch(() => {})
    expect((await find(kept))?.token.revocation).not.toBe(null)
  }
  await end(false)
  await end(true)
})

test("a store may be of a class, with what is its alone and a method that the cache knows nothing of", async () => {
  class Counted {
    readonly name = "counted"
    #asked = 0
    findByHash() {
      this.#asked++
      return Promise.resolve(null)
    }
    asked() {
      return this.#asked
    }
  }
  const store = Object.freeze(new Counted())
  const behind = cache.over(store as unknown as TokenStore & Counted)
  expect(await behind.findByHash(hashSecret("nobody's"))).toBe(null)
  expect([behind.asked(), behind.name]).toEqual([1, "counted"])
})

test("a lease that is too long is refused", () => {
  const long = takeLease(bus, { lengthMs: 2_001 })
  onTestFinished(long.close)
  expect(() => tokenCache(bus, long)).toThrow("no longer than 2000 ms")
})
