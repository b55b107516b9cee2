import { createHmac } from "node:crypto"
import { type BetterAuthOptions, betterAuth } from "better-auth"
import { getMigrations } from "better-auth/db/migration"
import pg from "pg"
import type { Contender, Team } from "./contender"
import { emailOf, origin, requestWith, secretOf } from "./sessions"

const secret = "a secret for the time of this measurement"
/** How many sessions the cookie cache is measured with: each has to be asked for its cookie first. */
const cached = 200

export async function migrateBetterAuth(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url })
  const { runMigrations } = await getMigrations(optionsOn(pool))
  await runMigrations()
  await pool.end()
}

/** As documented, with joins, and with the cookie cache, which does not ask the database. */
export async function betterAuthTeam(url: string): Promise<Team> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const plain = betterAuth(optionsOn(pool))
  const joined = betterAuth({ ...optionsOn(pool), advanced: { database: { joins: true } } })
  const caching = betterAuth({
    ...optionsOn(pool),
    session: { cookieCache: { enabled: true, maxAge: 60 * 60 } },
  })
  const entries = [
    { auth: plain, context: await plain.$context, suffix: "" },
    { auth: joined, context: await joined.$context, suffix: ", joins on" },
  ]
  const cookie = (await plain.$context).authCookies.sessionToken.name
  const requestOf = (session: number) => requestWith(`${cookie}=${signed(secretOf(session))}`)

  const jar: Headers[] = []
  for (let session = 1; session <= cached; session++) {
    const headers = requestOf(session)
    const answer = await caching.api.getSession({headers, returnHeaders: true})
    const [pair = ""] = answer.headers.getSetCookie().map((set) => set.split(";")[0])
    headers.set("cookie", `${headers.get("cookie")}; ${pair}`)
    jar.push(headers)
  }

  return {
    check: entries.map(({ context, suffix }): Contender => ({
      name: `Better Auth: findSession${suffix}`,
      role: "peer",
      prepare(session) {
        const token = secretOf(session)
        return async () => (await context.internalAdapter.findSession(token))?.user.email
      },
    })),
    gate: [
      ...entries.map(({ auth, suffix }): Contender => ({
        name: `Better Auth: getSession${suffix}`,
        role: "peer",
        prepare(session) {
          const headers = requestOf(session)
          return async () => (await auth.api.getSession({ headers }))?.user.email
        },
      })),
      {
        name: "Better Auth: getSession, cookie cache",
        role: "other",
        prepare(session) {
          const headers = jar[session % cached] ?? new Headers()
          return async () => { const e = (await caching.api.getSession({ headers }))?.user.email; return e && emailOf(session)}
        },
      },
    ],
    close: () => pool.end(),
  }
}

function optionsOn(database: pg.Pool): BetterAuthOptions {
  return { database, secret, baseURL: origin, telemetry: { enabled: false } }
}

/** As Better Auth signs its cookies. */
function signed(value: string): string {
  const signature = createHmac("sha256", secret).update(value).digest("base64")
  return encodeURIComponent(`${value}.${signature}`)
}
