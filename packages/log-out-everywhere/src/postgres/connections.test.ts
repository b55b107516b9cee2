import { sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import { Kysely, PostgresDialect } from "kysely"
import { afterAll, describe, expect, test } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
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
}

describeConnection("by Kysely", kysely)
describeConnection("by Drizzle", byDrizzle)
