import { sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import { Kysely, PostgresDialect } from "kysely"
import { afterAll, describe, expect, test } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
import { logOutEverywhere } from "../acts/log-out-everywhere.ts"
import type { TokenPurpose } from "../core/token.ts"
import { describeTokenStore } from "../testing/store-contract.ts"
import { fromDrizzle } from "./from-drizzle.ts"
import { fromKysely } from "./from-kysely.ts"
import { migrate } from "./migrate.ts"
import { postgres } from "./postgres.ts"
import type { Connection } from "./query.ts"

const adopter = await createAdopter("text")
const { pool, users } = adopter
afterAll(adopter.close)

const kysely = fromKysely(new Kysely({ dialect: new PostgresDialect({ pool }) }))
const byDrizzle = fromDrizzle(drizzle(pool), sql)

function describeConnection<Tx>(name: string, connection: Connection<Tx>): void {
  const database = postgres(connection, { users })
  const given = { ...adopter, database } as unknown as typeof adopter
  describeTokenStore(name, () => adopterUnderTest(given), { describe, test, expect })

  test(`${name}: what a transaction throws rolls it back, and its migrations are all there`, async () => {
    const id = await adopter.addUser()
    const raised = database.transact(async (tokens, now) => {
      const revocation = { at: now, reason: "log_out_everywhere", by: null } as const
      await tokens.raiseEpoch(id, revocation, { purposes: ["session"] })
      expect((await tokens.findOwner(id))?.owner.epoch).toBe(1)
      throw new Error("on purpose")
    })
    await expect(raised).rejects.toThrow("on purpose")
    expect((await database.tokens.findOwner(id))?.owner.epoch).toBe(0)
    expect(await migrate(connection, users)).toEqual([])
  })

  test(`${name}: a person's live tokens of one purpose are listed, what was used last first`, async () => {
    const loe = logOutEverywhere({ store: database })
    const [ann, bob] = [await adopter.addUser(), await adopter.addUser()]
    const issue = async (userId: string, purpose: TokenPurpose = "session") => {
      const device = { address: null, userAgent: null }
      const mark = await loe.mark()
      const issued = await loe.issue({ userId, purpose, method: "password", device, mark })
      if (!issued.ok) throw new Error(issued.failure)
      return issued.value.token
    }
    const [first, second, ended] = [await issue(ann), await issue(ann), await issue(ann)]
    const api = await issue(ann, "api")
    await issue(bob)
    await loe.revoke(ann, ended.id)
    const later = new Date(+first.lastActiveAt + 60_000)
    await database.tokens.touch(first.id, later, first.expiresAt)

    const live = await loe.liveTokens(ann)
    expect(live).toEqual([{ ...first, lastActiveAt: later, idleAt: first.expiresAt }, second])
    expect(await loe.liveTokens(ann, { purpose: "api" })).toEqual([api])
    expect(await loe.liveTokens(ann, { max: 1 })).toEqual(live.slice(0, 1))
    await loe.logOutEverywhere(ann)
    expect(await loe.liveTokens(ann)).toEqual([])
    expect(await loe.liveTokens(bob)).toHaveLength(1)
  })
}

describeConnection("by Kysely", kysely)
describeConnection("by Drizzle", byDrizzle)
