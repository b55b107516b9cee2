import { createHmac, randomUUID } from "node:crypto"
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
  return {
    checks: [await check("", plain), await check(", joins on", joined)],
    gates: [await gate("", plain), await gate(", joins on", joined), await cachedGate(caching)],
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

/** For requests of browsers with the session of a token. */
export async function requestsTo(auth: Auth): Promise<(token: string) => Headers> {
  const { authCookies } = await auth.$context
  return (token) => requestWith(`${authCookies.sessionToken.name}=${signed(token)}`)
}

/** What the browser sends once it has kept what it is answered, the cookie of the cache included. */
export async function nextRequest(auth: Auth, headers: Headers): Promise<Headers> {
  const answer = await auth.api.getSession({ headers, returnHeaders: true })
  const kept = answer.headers.getSetCookie().map((line) => line.split(";", 1).join())
  const next = new Headers(headers)
  next.set("cookie", [headers.get("cookie"), ...kept].join("; "))
  return next
}

/** Makes a person who has this hash of a password. */
export async function addPerson(pool: pg.Pool, hash: string) {
  const id = randomUUID()
  const email = `${id}@example.com`
  await pool.query(
    `INSERT INTO "user" (id, email, name, "emailVerified", "updatedAt") VALUES ($1, $2, 'Ann', true, now())`,
    [id, email],
  )
  await pool.query(
    `INSERT INTO account (id, "accountId", "providerId", "userId", password, "updatedAt")
     VALUES ($1, $1, 'credential', $1, $2, now())`,
    [id, hash],
  )
  return { id, email }
}

export async function check(variant: string, auth: Auth): Promise<Contender> {
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

export async function gate(variant: string, auth: Auth): Promise<Contender> {
  const requestOf = await requestsTo(auth)
  return {
    name: `Better Auth: getSession${variant}`,
    role: "peer",
    prepare(session): Check {
      const headers = requestOf(secretOf(session))
      return async () => (await auth.api.getSession({ headers }))?.user.email
    },
  }
}

/** Believes its own cookie while the cache lasts, and so cannot see that a session was revoked. */
async function cachedGate(auth: Auth): Promise<Contender> {
  const requestOf = await requestsTo(auth)
  // Each session has to ask for its cookie first, so there are only some.
  const sample = 200
  const requests = new Map<number, Headers>()
  for (let session = 1; session <= sample; session++) {
    requests.set(session, await nextRequest(auth, requestOf(secretOf(session))))
  }
  return {
    name: "Better Auth: getSession, cookie cache (blind to revocation)",
    role: "other",
    sample,
    prepare(session): Check {
      const headers = requests.get(session) ?? requestOf(secretOf(session))
      return async () => (await auth.api.getSession({ headers }))?.user.email
    },
  }
}

/** As Better Auth signs its cookies. */
function signed(value: string): string {
  const signature = createHmac("sha256", secret).update(value).digest("base64")
  return encodeURIComponent(`${value}.${signature}`)
}
