import { randomUUID } from "node:crypto"
import { afterAll, describe, expect, test } from "vitest"
import { describeTokenStore } from "@/lib/tokens"
import { createWorld } from "@/scripts/test-people"

const world = await createWorld()
afterAll(world.close)
const { sql, stores } = world

describeTokenStore("PostgreSQL", makeStore, { describe, test, expect })

function makeStore() {
  return {
    store: stores.tokens,
    async now() {
      const [row] = await sql<{ now: Date }>("SELECT now()::timestamptz(3) AS now")
      return row?.now ?? new Date()
    },
    async addOwner() {
      const id = randomUUID()
      await sql(`INSERT INTO "User" (id, email) VALUES ($1, $2)`, [id, `${id}@example.com`])
      return id
    },
    async setDisabled(id: string, isDisabled: boolean) {
      const at = isDisabled ? "now()" : "NULL"
      await sql(`UPDATE "User" SET "disabledAt" = ${at} WHERE id = $1`, [id])
    },
    async setEpoch(id: string, epoch: number) {
      await sql(`UPDATE "User" SET epoch = $2 WHERE id = $1`, [id, epoch])
    },
    async raiseGeneration(purpose: string) {
      await sql(`UPDATE "Realm" SET generation = generation + 1 WHERE purpose = $1`, [purpose])
    },
  }
}
