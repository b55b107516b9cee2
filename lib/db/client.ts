import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { settings } from "@/lib/settings"
import { PrismaClient } from "./generated/client"

/** One pool, shared by Prisma and by the few statements that go to the driver directly. */
export interface Connection {
  readonly pool: pg.Pool
  readonly prisma: PrismaClient
}

export function connect(databaseUrl: string, options: pg.PoolConfig = {}): Connection {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // Prisma's driver adapter writes instants without a zone and reads them back as UTC.
    options: "-c timezone=UTC",
    ...options,
  })
  // An idle connection that breaks is replaced on the next use; unheard, the event would end the process.
  pool.on("error", () => {})
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  })
  return { pool, prisma }
}

export async function disconnect({ pool, prisma }: Connection): Promise<void> {
  await prisma.$disconnect()
  await pool.end()
}

/** The app's own connection, made on first use and kept across hot reloads. */
export function connection(): Connection {
  kept.connection ??= connect(settings().databaseUrl)
  return kept.connection
}

const kept = globalThis as { connection?: Connection }

/** A name makes the server keep the plan. Names are bounded, since each costs memory in every connection. */
function statementNames() {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }): string => {
    const name = names.get(sql) ?? (names.size < 200 ? `prisma_${names.size}` : "")
    if (name) names.set(sql, name)
    return name
  }
}
