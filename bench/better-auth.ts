import { createHmac } from "node:crypto"
import { type BetterAuthOptions, betterAuth } from "better-auth"
import { getMigrations } from "better-auth/db/migration"
import type pg from "pg"
import type { Check, Contender, Team } from "./contender"
import { openPool } from "./pool"
import { origin, requestWith, secretOf } from "./sessions"

const secret = "a secret for the time of this measurement"

export async function migrateBetterAuth(url: string): Promise<void> {
  const pool = openPool(url)
  const { runMigrations } = await getMigrations({ ...options, database: pool })
  await runMigrations()
  await pool.end()
}

/** Better Auth as documented, with joins, and with the cookie cache in the database's place. */
export async function betterAuthTeam(url: string): Promise<Team> {
  const pool = openPool(url)
  const plain = openBetterAuth(pool)
  const joined = openBetterAuth(pool, { advanced: { database: { joins: true } } })
  const caching = openBetterAuth(pool, {
    session: { cookieCache: { enabled: true, maxAge: 60 * 60 } },
  })
  const { authCookies } = await plain.$context
  const requestOf = (session: number) =>
    requestWith(`${authCookies.sessionToken.name}=${signed(secretOf(session))}`)

  return {
    checks: [await check("", plain), await check(", joins on", joined)],
    gates: [
      gate("", plain, requestOf),
      gate(", joins on", joined, requestOf),
      await cachedGate(caching, requestOf),
    ],
    close: () => pool.end(),
  }
}

const options = {
  secret,
  baseURL: origin,
  telemetry: { enabled: false },
} satisfies BetterAuthOptions

type Auth = ReturnType<typeof betterAuth>

/** An instance as documented, but for what is given. */
export function openBetterAuth(database: pg.Pool, more: BetterAuthOptions = {}): Auth {
  return betterAuth<BetterAuthOptions>({ ...options, database, ...more })
}

async function check(variant: string, auth: Auth): Promise<Contender> {
  const { internalAdapter } = await auth.$context
  return {
    name: `Better Auth: findSession${variant}`,
    role: "peer",
    prepare(session): Check {
      const token = secretOf(session)
      return async () => (await internalAdapter.findSession(token))?.user.email
    },
  }
}

function gate(variant: string, auth: Auth, requestOf: (session: number) => Headers): Contender {
  return {
    name: `Better Auth: getSession${variant}`,
    role: "peer",
    prepare(session): Check {
      const headers = requestOf(session)
      return async () => (await auth.api.getSession({ headers }))?.user.email
    },
  }
}

/** Believes its own cookie while the cache lasts, and so cannot see that a session was revoked. */
async function cachedGate(auth: Auth, requestOf: (session: number) => Headers): Promise<Contender> {
  // Each session has to ask for its cookie first, so there are only some.
  const sample = 200
  const cookies = new Map<number, string>()
  for (let session = 1; session <= sample; session++) {
    const headers = requestOf(session)
    const answer = await auth.api.getSession({ headers, returnHeaders: true })
    const pairs = answer.headers.getSetCookie().map((line) => line.split(";", 1).join())
    cookies.set(session, [headers.get("cookie"), ...pairs].join("; "))
  }
  return {
    name: "Better Auth: getSession, cookie cache (blind to revocation)",
    role: "other",
    sample,
    prepare(session): Check {
      const headers = requestOf(session)
      const cookie = cookies.get(session)
      if (cookie) headers.set("cookie", cookie)
      return async () => (await auth.api.getSession({ headers }))?.user.email
    },
  }
}

/** As Better Auth signs its cookies. */
export function signed(value: string): string {
  const signature = createHmac("sha256", secret).update(value).digest("base64")
  return encodeURIComponent(`${value}.${signature}`)
}
