import { randomUUID } from "node:crypto"
import { fail, logOutEverywhere } from "log-out-everywhere"
import { describeTokenStore, type StoreUnderTest } from "log-out-everywhere/testing"
import initSqlJs from "sql.js"
import { describe, expect, test } from "vitest"
import { authentication } from "@/examples/plain-node/authentication"
import { sqliteDatabase } from "./sqlite-database"

const { Database } = await initSqlJs()

function makeDatabase() {
  const sqlite = new Database()
  return { sqlite, database: sqliteDatabase(sqlite) }
}

function makeStore(): StoreUnderTest {
  const { sqlite, database } = makeDatabase()
  return {
    store: database.tokens,
    transact: (work) => database.transact(work),
    now: async () => new Date(),
    async addOwner() {
      const id = randomUUID()
      sqlite.run("INSERT INTO owner (id) VALUES (?)", [id])
      return id
    },
    async setDisabled(id, isDisabled) {
      sqlite.run("UPDATE owner SET is_disabled = ? WHERE id = ?", [Number(isDisabled), id])
    },
    async setEpoch(id, epoch) {
      sqlite.run("UPDATE owner SET epoch = ? WHERE id = ?", [epoch, id])
    },
    async raiseGeneration(purpose) {
      sqlite.run(
        `INSERT INTO realm VALUES (?, 1) ON CONFLICT DO UPDATE SET generation = generation + 1`,
        [purpose],
      )
    },
  }
}

describeTokenStore("a store on SQLite", makeStore, { describe, test, expect })

test("the app's own write and the act happen together or not at all", async () => {
  const { sqlite, database } = makeDatabase()
  sqlite.run("INSERT INTO owner (id) VALUES ('ann')")
  sqlite.run("CREATE TABLE password (owner_id TEXT, hash TEXT)")
  sqlite.run("INSERT INTO password VALUES ('ann', 'old')")
  const loe = logOutEverywhere({ authentication, store: database })
  const device = { address: null, userAgent: null }
  const log = { purpose: "session", userId: "ann", method: "password", device } as const
  const mark = await loe.mark()
  const issued = await loe.issue({ ...log, mark })
  const statusOf = async () => {
    const secret = issued.ok ? issued.value.secret : ""
    const resumed = await loe.resume("session", secret, { touch: true })
    return resumed.ok ? "active" : resumed.failure
  }
  const hash = () => sqlite.exec("SELECT hash FROM password")[0]?.values[0]?.[0]
  const change = (isThrown: boolean) =>
    database.transact(async (_, __, tx) => {
      tx.run("UPDATE password SET hash = 'new' WHERE owner_id = 'ann'")
      await loe.in(tx).passwordChanged("ann", { keep: null })
      if (isThrown) throw new Error("The disk is full.")
    })

  await expect(change(true)).rejects.toThrow("The disk is full.")
  expect([hash(), await statusOf()]).toEqual(["old", "active"])
  await change(false)
  expect([hash(), await statusOf()]).toEqual(["new", "revoked"])
  expect(await loe.issue({ ...log, mark })).toEqual(fail("changed_meanwhile"))
})
