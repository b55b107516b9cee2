/** The adapters that Auth.js has for PostgreSQL, each with the add-on beside it. */
import { randomUUID } from "node:crypto"
import { DrizzleAdapter } from "@auth/drizzle-adapter"
import PostgresAdapter from "@auth/pg-adapter"
import { PrismaAdapter } from "@auth/prisma-adapter"
import { drizzle } from "drizzle-orm/node-postgres"
import {
  type Connection,
  fromPg,
  fromPrisma,
  migrate,
  postgres,
  type UsersTable,
} from "log-out-everywhere/postgres"
import type { FaceGround } from "log-out-everywhere/testing"
import type { Adapter } from "next-auth/adapters"
import pg from "pg"
import { createEmptyDatabase } from "@/test/world/database"
import { authJsClient } from "./authjs-client"
import { drizzleTables, pgTables, prismaTables } from "./authjs-tables"

interface Kind {
  readonly users: UsersTable
  /** Where the adapter keeps mailed links and sessions, as SQL writes it. */
  readonly links: string
  readonly sessions: string
  readonly tables: string
  readonly openOn: (pool: pg.Pool) => Promise<Opened>
}

interface Opened {
  readonly adapter: Adapter
  readonly connection: Connection<unknown>
}

/** Each over the tables of its documentation. */
export const kinds = {
  "@auth/pg-adapter, with integer ids": {
    users: { table: "users", type: "integer" },
    links: "verification_token",
    sessions: "sessions",
    tables: pgTables,
    openOn: async (pool) => ({ adapter: PostgresAdapter(pool), connection: fromPg(pool) }),
  },
  "@auth/drizzle-adapter": {
    users: { table: "user", type: "text" },
    links: `"verificationToken"`,
    sessions: "session",
    tables: drizzleTables,
    openOn: async (pool) => ({
      adapter: DrizzleAdapter(drizzle(pool)),
      connection: fromPg(pool),
    }),
  },
  "@auth/prisma-adapter": {
    users: { table: "User", type: "text" },
    links: `"VerificationToken"`,
    sessions: `"Session"`,
    tables: prismaTables,
    async openOn(pool) {
      const prisma = await authJsClient(pool)
      return { adapter: PrismaAdapter(prisma), connection: fromPrisma(prisma) }
    },
  },
} as const satisfies Record<string, Kind>

/** Such an adapter and the add-on's store, in a database of the caller's own. */
export async function openAdapter({ users, tables, links, sessions, openOn }: Kind) {
  const { ownerUrl, drop } = await createEmptyDatabase()
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 8 })
  // Dropping the database breaks connections that are about to close.
  pool.on("error", () => {})
  await pool.query(tables)
  const { adapter, connection } = await openOn(pool)
  await migrate(connection, users)
  const count = async (table: string) =>
    Number((await pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count)
  return {
    adapter,
    store: postgres(connection, { users }),
    linkCount: () => count(links),
    /** Of the adapter's own. */
    sessionCount: () => count(sessions),
    async deleteByEmail(email: string) {
      await pool.query(`DELETE FROM "${users.table}" WHERE email = $1`, [email])
    },
    async close() {
      await pool.end()
      await drop()
    },
  }
}

type OpenedAdapter = Awaited<ReturnType<typeof openAdapter>>

/** Two people who are new to it, for a face to stand on. */
export async function groundOn({ adapter, store }: OpenedAdapter): Promise<FaceGround> {
  const idOf = async (name: string) => {
    const email = `${name}-${randomUUID()}@example.com`
    const made = await adapter.createUser?.({
      id: randomUUID(),
      name,
      email,
      emailVerified: null,
    })
    return String(made?.id)
  }
  return { database: store, ids: { ann: await idOf("ann"), bob: await idOf("bob") } }
}
