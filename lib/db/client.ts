import { Socket } from "node:net"
import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { processWide } from "@/lib/process-wide"
import { settings } from "@/lib/settings"
import { PrismaClient } from "./generated/client"

/** One pool, shared by Prisma and by the few statements that go to the driver directly. */
export interface Connection {
  readonly pool: pg.Pool
  readonly prisma: PrismaClient
}

/** Prisma's driver adapter writes instants without a zone and reads them back as UTC. */
export const sessionOptions = "-c timezone=UTC"

/**
 * A database that hangs is an outage like one that is gone: `connectionTimeoutMillis` is how long anybody
 * waits for a connection, and for a quick answer on it (`poolQuery`). Whatever else waits, an act for
 * another act, a search in a large table, gets four times as long.
 */
export function connect(databaseUrl: string, options: pg.PoolConfig = {}): Connection {
  const patienceMs = options.connectionTimeoutMillis ?? 5_000
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: patienceMs,
    options: sessionOptions,
    ...options,
  })
  // An idle connection that breaks is replaced on the next use; unheard, the event would end the process.
  pool.on("error", () => {})
  pool.on("connect", (client) => allowSilence(client, 4 * patienceMs))
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
    // The other formats quote what a query was given, passwords' hashes and all.
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  })
  return { pool, prisma }
}

/**
 * Breaks the connection off when nothing has come or gone on it for so long; 0 stands for never. The query
 * that waits fails, the server rolls back, and the pool makes a new connection. A time-out of the statement
 * alone would leave a connection in the pool that is still inside somebody's transaction.
 */
export function allowSilence(
  { connection: { stream } }: Pick<pg.PoolClient, "connection">,
  ms: number,
): void {
  if (!(stream instanceof Socket)) return
  stream.removeAllListeners("timeout")
  stream.setTimeout(ms, () => stream.destroy(new Error("The database does not answer.")))
}

export async function disconnect({ pool, prisma }: Connection): Promise<void> {
  await prisma.$disconnect()
  await pool.end()
}

/** The app's own connection, made on first use and kept across hot reloads. */
export const connection = (): Connection =>
  processWide("connection", () => connect(settings().databaseUrl))

/** A name makes the server keep the plan. Names are bounded, since each costs memory in every connection. */
function statementNames() {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }): string => {
    const name = names.get(sql) ?? (names.size < 200 ? `prisma_${names.size}` : "")
    if (name) names.set(sql, name)
    return name
  }
}
