import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaPg } from "@prisma/adapter-pg"
import NextAuth, { type Session } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import { openAuthJsApp } from "./authjs-app"
import type { Check, Contender, Team } from "./contender"
import { PrismaClient as JoinedClient } from "./generated/joined/client"
import { requestWith, secretOf } from "./sessions"

type Role = "peer" | "other"

/** Joins are a preview feature of Prisma's, and statements are unnamed by default: not stock. */
const named = (role: Role) => (role === "other" ? ", our tuning of Prisma" : "")

const cookieName = "__Secure-authjs.session-token"

/** NextAuth with its Prisma adapter as documented, and with all that we know to make Prisma faster. */
export function authJs(url: string): Team {
  const { pool, adapter: plain, close } = openAuthJsApp(url)
  const joined = new JoinedClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
  })
  const tuned = PrismaAdapter(joined)
  return {
    checks: [adapterCheck("peer", plain), adapterCheck("other", tuned)],
    gates: [gate("peer", plain), gate("other", tuned)],
    async close() {
      await joined.$disconnect()
      await close()
    },
  }
}

function adapterCheck(role: Role, adapter: Adapter): Contender {
  return {
    name: `@auth/prisma-adapter: getSessionAndUser${named(role)}`,
    role,
    prepare(session): Check {
      const secret = secretOf(session)
      return async () => (await adapter.getSessionAndUser?.(secret))?.user.email
    },
  }
}

function gate(role: Role, adapter: Adapter): Contender {
  const emailOf = authJsGate(adapter)
  return {
    name: `NextAuth: auth()${named(role)}`,
    role,
    prepare(session): Check {
      const headers = authJsRequest(secretOf(session))
      return () => emailOf(headers)
    },
  }
}

export const authJsRequest = (secret: string) => requestWith(`${cookieName}=${secret}`)

/** Tells whose request it is. */
export function authJsGate(adapter: Adapter) {
  const { auth } = NextAuth({
    adapter,
    providers: [],
    secret: "a secret for the time of this measurement",
    trustHost: true,
  })
  const authOf = auth as unknown as AuthOfRequest
  return async (headers: Headers) =>
    (await authOf({ headers }, { headers: new Headers() }))?.user?.email
}

/** auth() handed its request, as in an API route: so it works without Next around it. */
type AuthOfRequest = (
  request: { readonly headers: Headers },
  response: { readonly headers: Headers },
) => Promise<Session | null>

function statementNames() {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }): string => {
    const name = names.get(sql) ?? `authjs_${names.size}`
    names.set(sql, name)
    return name
  }
}
