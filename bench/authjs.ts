import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaPg } from "@prisma/adapter-pg"
import NextAuth from "next-auth"
import pg from "pg"
import type { Contender, Team } from "./contender"
import { PrismaClient as JoinedClient } from "./generated/joined/client"
import { PrismaClient as StockClient } from "./generated/stock/client"
import { requestWith, secretOf } from "./sessions"

const cookie = "__Secure-authjs.session-token"

/** NextAuth with its stock adapter as documented, and with the fastest that Prisma can do for it. */
export function authJs(url: string): Team {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const named = { statementNameGenerator: ({ sql }: { sql: string }) => nameOf(sql) }
  const stock = new StockClient({ adapter: new PrismaPg(pool) })
  const joined = new JoinedClient({ adapter: new PrismaPg(pool, named) })
  const entries = [
    { adapter: PrismaAdapter(stock as never), suffix: "" },
    { adapter: PrismaAdapter(joined as never), suffix: ", joined and named" },
  ]
  return {
    check: entries.map(({ adapter, suffix }): Contender => ({
      name: `@auth/prisma-adapter: getSessionAndUser${suffix}`,
      role: "peer",
      prepare(session) {
        const secret = secretOf(session)
        return async () => (await adapter.getSessionAndUser?.(secret))?.user.email
      },
    })),
    gate: entries.map(({ adapter, suffix }): Contender => {
      const { auth } = NextAuth({
        adapter,
        providers: [],
        secret: "a secret for the time of this measurement",
        trustHost: true,
      })
      return {
        name: `NextAuth: auth()${suffix}`,
        role: "peer",
        prepare(session) {
          const req = { headers: requestWith(`${cookie}=${secretOf(session)}`) }
          return async () => (await auth({req, res: {headers: new Headers()}}))?.user?.email
        },
      }
    }),
    async close() {
      await stock.$disconnect()
      await joined.$disconnect()
      await pool.end()
    },
  }
}

const names = new Map<string, string>()

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `authjs_${names.size}`
  names.set(sql, name)
  return name
}
