import type { ActingTokenStore } from "log-out-everywhere"
import { fromPg, migrate, postgres, type UsersTable } from "log-out-everywhere/postgres"
import type { StoreUnderTest } from "log-out-everywhere/testing"
import pg from "pg"
import { createEmptyDatabase } from "@/test/world/database"
import { pgTables, prismaTables } from "./authjs-tables"

export type IdType = UsersTable["type"]

/** An app's tables, with one more column among its users: Auth.js's, where one of its adapters has such ids. */
const tables = {
  uuid: `CREATE TABLE "User" (id uuid PRIMARY KEY, plan text)`,
  integer: `${pgTables}; ALTER TABLE users ADD plan text`,
  bigint: `CREATE TABLE users (id bigserial PRIMARY KEY, plan text)`,
  text: `${prismaTables}; ALTER TABLE "User" ADD plan text`,
} as const satisfies Record<IdType, string>

/** How each is given a user. */
const added = {
  uuid: `INSERT INTO "User" (id) VALUES (gen_random_uuid())`,
  integer: "INSERT INTO users DEFAULT VALUES",
  bigint: "INSERT INTO users DEFAULT VALUES",
  text: `INSERT INTO "User" (id, email, "updatedAt")
    SELECT id, id || '@example.com', now() FROM CAST(gen_random_uuid() AS text) AS id`,
} as const satisfies Record<IdType, string>

/** A database of the caller's own with such tables, and the add-on in it. */
export async function createAdopter(type: IdType) {
  const { ownerUrl, drop } = await createEmptyDatabase()
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 8 })
  // Dropping the database breaks connections that are about to close.
  pool.on("error", () => {})
  await pool.query(tables[type])
  const table = type === "uuid" || type === "text" ? "User" : "users"
  const users = { table, type, columns: ["plan"] } as const
  const connection = fromPg(pool)
  await migrate(connection, users)
  const database = postgres(connection, { users })
  const sql = async <Row>(text: string, values: unknown[] = []) =>
    (await pool.query(text, values)).rows as Row[]
  return {
    url: ownerUrl,
    pool,
    sql,
    users,
    database,
    async addUser(): Promise<string> {
      const [row] = await sql<{ id: string | number }>(`${added[type]} RETURNING id`)
      return String(row?.id)
    },
    async close() {
      await pool.end()
      await drop()
    },
  }
}

export type Adopter = Awaited<ReturnType<typeof createAdopter>>

/** The store of such a database, as the contract takes it. */
export function adopterUnderTest({
  sql,
  database,
  addUser,
}: Pick<Adopter, "sql" | "database" | "addUser">): StoreUnderTest<ActingTokenStore> {
  const setOwner = async (id: string, column: string, value: string) => {
    await sql(
      `INSERT INTO log_out_everywhere.owner ("userId", ${column}) VALUES ($1, ${value})
       ON CONFLICT ("userId") DO UPDATE SET ${column} = ${value}`,
      [id],
    )
  }
  return {
    store: database.tokens,
    transact: (work) => database.transact((tokens) => work(tokens)),
    async now() {
      const [row] = await sql<{ now: Date }>("SELECT now()::timestamptz(3) AS now")
      if (!row) throw new Error("The database has no clock.")
      return row.now
    },
    addOwner: addUser,
    setDisabled: (id, isDisabled) =>
      setOwner(id, `"disabledAt"`, isDisabled ? "now()" : "NULL::timestamptz"),
    setEpoch: (id, epoch) => setOwner(id, "epoch", String(Math.trunc(epoch))),
    async raiseGeneration(purpose) {
      await sql(
        "UPDATE log_out_everywhere.realm SET generation = generation + 1 WHERE purpose = $1",
        [purpose],
      )
    },
  }
}
