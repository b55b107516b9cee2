import { randomUUID } from "node:crypto"
import type { ActingTokenStore } from "log-out-everywhere"
import type { StoreUnderTest } from "log-out-everywhere/testing"
import type { World } from "./people"

/** The store on PostgreSQL, as the contract takes it. */
export function storeUnderTest({ sql, stores, transact }: World): StoreUnderTest<ActingTokenStore> {
  return {
    store: stores.tokens,
    transact: (work) => transact(({ tokens }) => work(tokens)),
    async now() {
      const [row] = await sql<{ now: Date }>("SELECT now()::timestamptz(3) AS now")
      if (!row) throw new Error("The database has no clock.")
      return row.now
    },
    async addOwner() {
      const id = randomUUID()
      await sql(`INSERT INTO "User" (id, email) VALUES ($1, $2)`, [id, `${id}@example.com`])
      await sql(`INSERT INTO log_out_everywhere.owner ("userId") VALUES ($1)`, [id])
      return id
    },
    async setDisabled(id, isDisabled) {
      const at = isDisabled ? "now()" : "NULL"
      await sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = ${at} WHERE "userId" = $1`, [
        id,
      ])
    },
    async setEpoch(id, epoch) {
      await sql(`UPDATE log_out_everywhere.owner SET epoch = $2 WHERE "userId" = $1`, [id, epoch])
    },
    async raiseGeneration(purpose) {
      await sql(
        `UPDATE log_out_everywhere.realm SET generation = generation + 1 WHERE purpose = $1`,
        [purpose],
      )
    },
  }
}
